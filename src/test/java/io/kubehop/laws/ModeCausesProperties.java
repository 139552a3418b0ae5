package io.kubehop.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.laws.ExposedService.Backend;
import io.kubehop.laws.ExposedService.State;
import io.kubehop.scenarios.compare.ModeComparison;
import io.kubehop.scenarios.compare.ModeReport;
import io.kubehop.scenarios.file.ManifestInputs;
import io.kubehop.scenarios.report.CompareText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * {@code kubehop compare} finds no difference between modes that it has no documented cause for.
 */
class ModeCausesProperties {
  private static final List<ProxyMode> MODES =
      List.of(ProxyMode.IPTABLES, ProxyMode.IPVS, ProxyMode.NFTABLES, ProxyMode.USERSPACE);

  @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
  void every_difference_has_a_cause(@ForAll("services") ExposedService service) {
    ModeReport report =
        ModeComparison.of(
            new ManifestInputs().addText("generated", service.scenario()).load(), MODES);

    assertThat(report.isDocumented()).as(CompareText.of(report)).isTrue();
  }

  @Provide
  Arbitrary<ExposedService> services() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    Arbitrary<List<String>> ranges =
        Arbitraries.of(
            List.of(), List.of("203.0.113.0/24"), List.of("0.0.0.0/0"), List.of("10.244.0.0/16"));
    Arbitrary<Backend> backend =
        Combinators.combine(Arbitraries.of("a", "b", "c"), Arbitraries.of(State.class))
            .as(Backend::new);
    return Combinators.combine(
            Arbitraries.of("TCP", "UDP"),
            flag,
            flag,
            flag,
            flag,
            ranges,
            backend.list().ofMaxSize(4))
        .as(ExposedService::new);
  }
}
