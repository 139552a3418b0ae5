package io.kubehop.ingress.nginx.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.ingress.nginx.server.NginxConfiguration;
import io.kubehop.service.api.Ingress;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.assertj.core.api.SoftAssertions;

/**
 * A real nginx is the judge of locations, rewrites and normal forms. Set {@code
 * -Dkubehop.nginx.tries=1000} for twenty thousand requests.
 */
class RealNginxProperties {
  private static final boolean INSTALLED = RealNginx.isInstalled();
  private static final int REQUESTS = 25;

  @Property(tries = 80, shrinking = ShrinkingMode.OFF)
  void nginxDecidesAsWeDo(
      @ForAll("ingresses") List<Ingress> ingresses,
      @ForAll("requests") List<RequestSample> requests)
      throws IOException, InterruptedException {
    Assume.that(INSTALLED);
    NginxConfiguration configuration = Configurations.of(ingresses);
    RoutingTable table;
    try {
      table = RoutingTable.load(configuration);
    } catch (RefusedConfigurationException e) {
      assertThat(RealNginx.accepts(configuration)).as(e.why()).isFalse();
      return;
    }
    SoftAssertions all = new SoftAssertions();
    try (RealNginx nginx = RealNginx.start(configuration)) {
      for (RequestSample request : requests) {
        all.assertThat(Answer.ofSimulator(table, request.host(), request.target()))
            .as("%s", request)
            .isEqualTo(nginx.ask(request.host(), request.target()));
      }
    }
    all.assertAll();
  }

  @Provide
  Arbitrary<List<Ingress>> ingresses() {
    return IngressArbitraries.ingresses();
  }

  @Provide
  Arbitrary<List<RequestSample>> requests() {
    return IngressArbitraries.requests().list().ofSize(REQUESTS);
  }
}
