package io.kubehop.ingress.nginx.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.ingress.nginx.server.Location;
import io.kubehop.ingress.nginx.server.PathKind;
import io.kubehop.ingress.nginx.uri.BadRequest;
import io.kubehop.ingress.nginx.uri.RequestUri;
import io.kubehop.ingress.proxy.Explanation;
import io.kubehop.service.api.Ingress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoutingProperties {

  @Property(tries = 300)
  void theLocationThatTakesAPathMatchesItAndNoneBeforeItDoes(
      @ForAll("ingresses") List<Ingress> ingresses, @ForAll("requests") RequestSample request) {
    RoutingTable table = load(ingresses);
    String path = path(request);
    CompiledServer server = table.server("a.example.com", Explanation.NONE);
    LocationMatch match = server.find(path, Explanation.NONE);
    Assume.that(match.kind() == LocationMatch.Kind.LOCATION);
    CompiledLocation winner = Objects.requireNonNull(match.location());

    assertThat(matches(winner, path)).isTrue();
    for (CompiledLocation other : server.locations()) {
      if (other == winner) {
        break; // the file has longer names first, and expressions in the order of trying
      }
      assertThat(matches(other, path) && !isBeatenByExact(other, winner)).isFalse();
    }
  }

  @Property(tries = 200)
  void theOrderOfIngressesDoesNotMatter(
      @ForAll("ingresses") List<Ingress> ingresses, @ForAll long seed) {
    List<Ingress> shuffled = new ArrayList<>(ingresses);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(Configurations.of(shuffled)).isEqualTo(Configurations.of(ingresses));
  }

  @Property(tries = 200)
  void aNormalFormIsItsOwnNormalForm(@ForAll("requests") RequestSample request) {
    String path = path(request);
    Assume.that(path.chars().allMatch(c -> c > ' ' && c < 0x7f && "%?#".indexOf(c) < 0));

    assertThat(path(new RequestSample("", path))).isEqualTo(path);
  }

  private static boolean isBeatenByExact(CompiledLocation other, CompiledLocation winner) {
    return winner.expression() == null
        && winner.location().kind() == PathKind.EXACT
        && other.location().kind() == PathKind.PREFIX;
  }

  private static boolean matches(CompiledLocation compiled, String path) {
    if (compiled.expression() != null) {
      return compiled.expression().matches(path);
    }
    Location location = compiled.location();
    return location.kind() == PathKind.EXACT
        ? path.equals(compiled.name())
        : path.startsWith(compiled.name());
  }

  private static RoutingTable load(List<Ingress> ingresses) {
    try {
      return RoutingTable.load(Configurations.of(ingresses));
    } catch (RefusedConfigurationException e) {
      Assume.that(false);
      throw new IllegalStateException(e);
    }
  }

  private static String path(RequestSample request) {
    try {
      return RequestUri.parse(request.target()).path();
    } catch (BadRequest e) {
      Assume.that(false);
      throw new IllegalStateException(e);
    }
  }

  @Provide
  Arbitrary<List<Ingress>> ingresses() {
    return IngressArbitraries.ingresses();
  }

  @Provide
  Arbitrary<RequestSample> requests() {
    return IngressArbitraries.requests();
  }
}
