package io.kubehop.ingress.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpRequest;
import io.kubehop.service.api.HTTPRoute.Condition;
import io.kubehop.service.api.HTTPRoute.Match;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteMatchTest {
  private static final Condition BLUE = new Condition("Exact", "X-Color", "blue");
  private static final Condition RED = new Condition("Exact", "X-Color", "red");
  private static final Condition PAGE = new Condition("RegularExpression", "page", "[0-9]+");

  private static RouteMatch of(String type, String path) {
    return new RouteMatch(new Match(new Condition(type, "", path), List.of(), List.of(), ""));
  }

  private static boolean takes(RouteMatch match, String target) {
    return match.miss(RequestView.of(HttpRequest.get("a.example.com", target))) == null;
  }

  @ParameterizedTest
  @CsvSource({
    "PathPrefix,        /foo,      /foo,      true",
    "PathPrefix,        /foo,      /foo/,     true",
    "PathPrefix,        /foo,      /foo/bar,  true",
    "PathPrefix,        /foo,      /foobar,   false",
    "PathPrefix,        /foo/,     /foo,      true",
    "PathPrefix,        /,         /any,      true",
    "Exact,             /foo,      /foo/,     false",
    "Exact,             /foo,      /foo?x=1,  true",
    "RegularExpression, /fo+,      /fooo,     true",
    "RegularExpression, /fo+,      /foo/bar,  false",
    "RegularExpression, /fo(,      /fo(,      false"
  })
  void paths_match_by_elements_as_a_whole_or_by_expression(
      String type, String path, String target, boolean taken) {
    assertThat(takes(of(type, path), target)).isEqualTo(taken);
  }

  @Test
  void all_conditions_have_to_hold_and_of_two_for_one_field_the_first_counts() {
    RouteMatch match =
        new RouteMatch(new Match(Match.ANY_PATH, List.of(BLUE, RED), List.of(PAGE), "POST"));
    HttpHeaders headers = HttpHeaders.of("Host", "a").with("x-color", "blue");

    assertThat(match.miss(RequestView.of(new HttpRequest("POST", "/?page=12", headers)))).isNull();
    assertThat(match.miss(RequestView.of(new HttpRequest("GET", "/?page=12", headers))))
        .isEqualTo("the method is not POST");
    assertThat(match.miss(RequestView.of(new HttpRequest("POST", "/?page=x", headers))))
        .isEqualTo("query parameter page does not fit");
    assertThat(
            match.miss(
                RequestView.of(
                    new HttpRequest("POST", "/?page=1", headers.with("X-Color", "red")))))
        .isEqualTo("header X-Color does not fit");
  }

  @Test
  void an_exact_path_goes_first_then_the_longest_prefix_a_method_headers_and_parameters() {
    RouteMatch exact = of("Exact", "/a");
    RouteMatch longer = of("PathPrefix", "/a/b");
    RouteMatch method = new RouteMatch(new Match(Match.ANY_PATH, List.of(), List.of(), "GET"));
    RouteMatch header = new RouteMatch(new Match(Match.ANY_PATH, List.of(BLUE), List.of(), ""));
    RouteMatch parameter = new RouteMatch(new Match(Match.ANY_PATH, List.of(), List.of(PAGE), ""));
    RouteMatch any = new RouteMatch(Match.ALL);

    assertThat(
            Stream.of(any, parameter, header, method, longer, exact).sorted(RouteMatch.PRECEDENCE))
        .containsExactly(exact, longer, method, header, parameter, any);
  }
}
