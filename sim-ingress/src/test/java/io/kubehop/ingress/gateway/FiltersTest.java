package io.kubehop.ingress.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpRequest;
import io.kubehop.service.api.HTTPRouteFilter;
import io.kubehop.service.api.HTTPRouteFilter.HeaderChange;
import io.kubehop.service.api.HTTPRouteFilter.PathChange;
import io.kubehop.service.api.HTTPRouteFilter.Redirect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {
  private static final HttpRequest REQUEST = HttpRequest.get("a.example.com:8080", "/foo/bar?x=1");

  @ParameterizedTest
  @CsvSource({
    "'',    0,    80,   http://a.example.com/foo/bar?x=1",
    "'',    0,    8080, http://a.example.com:8080/foo/bar?x=1",
    "https, 0,    8080, https://a.example.com/foo/bar?x=1",
    "https, 8443, 80,   https://a.example.com:8443/foo/bar?x=1",
    "'',    9000, 80,   http://a.example.com:9000/foo/bar?x=1"
  })
  void the_port_of_a_redirect_is_its_own_else_that_of_its_scheme_else_the_listeners(
      String scheme, int port, int listener, String location) {
    Redirect redirect = new Redirect(scheme, "", Optional.empty(), port, 302);

    assertThat(
            new Filters(List.of(), "").location(redirect, RequestView.of(REQUEST), false, listener))
        .isEqualTo(location);
  }

  @Test
  void a_redirect_can_replace_the_prefix_that_matched() {
    Redirect redirect =
        new Redirect("", "b.example.com", Optional.of(new PathChange(false, "/new/")), 0, 301);

    assertThat(
            new Filters(List.of(), "/foo").location(redirect, RequestView.of(REQUEST), true, 443))
        .isEqualTo("https://b.example.com/new/bar?x=1");
  }

  @Test
  void header_fields_are_set_added_and_removed() {
    HTTPRouteFilter change =
        new HTTPRouteFilter(
            "RequestHeaderModifier",
            Optional.of(
                new HeaderChange(Map.of("X-Set", "1"), Map.of("X-Add", "2"), List.of("X-Gone"))),
            Optional.empty(),
            Optional.empty());
    HttpHeaders headers =
        HttpHeaders.of("Host", "a").plus("X-Set", "0").plus("X-Add", "0").plus("X-Gone", "0");

    HttpHeaders changed =
        new Filters(List.of(change), "").applyTo(new HttpRequest("GET", "/", headers)).headers();

    assertThat(changed.fields())
        .extracting(field -> field.name() + "=" + field.value())
        .containsExactlyInAnyOrder("Host=a", "X-Set=1", "X-Add=0", "X-Add=2");
  }

  @Test
  void a_filter_that_is_not_known_is_named() {
    HTTPRouteFilter foreign =
        new HTTPRouteFilter("ExtensionRef", Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(new Filters(List.of(foreign), "").unknown()).contains("ExtensionRef");
  }
}
