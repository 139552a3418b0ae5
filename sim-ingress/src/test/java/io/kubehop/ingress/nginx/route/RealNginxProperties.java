package io.kubehop.ingress.nginx.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.ingress.nginx.server.NginxConfiguration;
import io.kubehop.service.api.Ingress;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.assertj.core.api.SoftAssertions;

/** A real nginx is the judge of locations, rewrites and normal forms. */
class RealNginxProperties {
  private static final int REQUESTS = 25;
  private static final String COMPARED = "requests compared";

  @Property(tries = 160, shrinking = ShrinkingMode.OFF)
  @AddLifecycleHook(WhereNginxIs.class)
  @StatisticsReport(StatisticsReportMode.OFF)
  void nginx_decides_as_we_do(
      @ForAll("ingresses") List<Ingress> ingresses,
      @ForAll("requests") List<RequestSample> requests)
      throws IOException, InterruptedException {
    compare(ingresses, requests);
    atLeast(2_000);
  }

  /** With {@code -Dkubehop.nginx.thorough=true}. */
  @Property(tries = 1600, shrinking = ShrinkingMode.OFF)
  @AddLifecycleHook(OnDemand.class)
  @StatisticsReport(StatisticsReportMode.OFF)
  void nginx_decides_twenty_thousand_times_as_we_do(
      @ForAll("ingresses") List<Ingress> ingresses,
      @ForAll("requests") List<RequestSample> requests)
      throws IOException, InterruptedException {
    compare(ingresses, requests);
    atLeast(20_000);
  }

  /** A configuration that nginx refuses takes no requests, so that the number is to be watched. */
  private static void atLeast(int requests) {
    Statistics.label(COMPARED)
        .coverage(coverage -> coverage.check(true).count(count -> count >= requests));
  }

  private static void compare(List<Ingress> ingresses, List<RequestSample> requests)
      throws IOException, InterruptedException {
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
        Statistics.label(COMPARED).collect(true);
      }
    }
    all.assertAll();
  }

  static final class WhereNginxIs implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      return RealNginx.isInstalled() ? SkipResult.doNotSkip() : SkipResult.skip("no nginx here");
    }
  }

  static final class OnDemand implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      return Boolean.getBoolean("kubehop.nginx.thorough")
          ? SkipResult.doNotSkip()
          : SkipResult.skip("only on demand");
    }
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
