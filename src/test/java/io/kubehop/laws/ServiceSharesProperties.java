package io.kubehop.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.time.Share;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/**
 * Calls of a Service that has ready endpoints: what exploring says of them, what really happens,
 * and that the first leaves no trace.
 */
class ServiceSharesProperties {
  /** kube-proxy gives rule after rule a threshold, of which the kernel keeps 31 bits. */
  private static final BigInteger RULE_ROUNDING = BigInteger.ONE.shiftLeft(31);

  @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
  void shares_are_even_and_add_up_to_one(@ForAll("services") GeneratedService service) {
    CalledService called = new CalledService(service);

    Map<String, Share> shares = called.explore();

    assertThat(shares).hasSize(service.size());
    assertThat(sum(shares)).isEqualTo(Share.ONE);
    assertThat(shares.values()).allMatch(share -> isEven(share, service.size()));
  }

  @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
  void sampling_finds_the_endpoints_that_exploring_finds(
      @ForAll("services") GeneratedService service) {
    CalledService called = new CalledService(service);
    Set<String> explored = called.explore().keySet();

    Set<String> sampled = called.sample(20 + 20 * service.size());

    assertThat(sampled).isEqualTo(explored);
  }

  @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
  void every_answer_reaches_the_client(@ForAll("services") GeneratedService service) {
    CalledService called = new CalledService(service);

    assertThat(called.exploredOutcomes()).containsOnly(Outcome.DELIVERED);
    assertThat(called.call().outcome()).isEqualTo(Outcome.DELIVERED);
  }

  @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
  void a_client_that_has_called_keeps_its_endpoint_if_the_Service_says_so(
      @ForAll("services") GeneratedService service) {
    CalledService called = new CalledService(service);
    String first = called.endpoint(called.call());

    Map<String, Share> next = called.explore();

    if (service.affinitySeconds() > 0) {
      assertThat(next).isEqualTo(Map.of(first, Share.ONE));
    } else {
      assertThat(next).hasSize(service.size());
    }
  }

  @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
  void exploring_leaves_no_trace(@ForAll("services") GeneratedService service) {
    CalledService called = new CalledService(service);
    called.call();
    long before = called.digest();

    called.explore();

    assertThat(called.digest()).isEqualTo(before);
    called.call();
    assertThat(called.digest()).isNotEqualTo(before);
  }

  private static Share sum(Map<String, Share> shares) {
    return shares.values().stream().reduce(Share.ZERO, Share::plus);
  }

  /** Whether a share differs from 1/n by no more than n roundings. */
  private static boolean isEven(Share share, int n) {
    BigInteger count = BigInteger.valueOf(n);
    BigInteger difference = share.numerator().multiply(count).subtract(share.denominator()).abs();
    // |a/b - 1/n| <= n / 2^31, multiplied by b * n * 2^31
    return difference
            .multiply(RULE_ROUNDING)
            .compareTo(count.multiply(count).multiply(share.denominator()))
        <= 0;
  }

  @Provide
  Arbitrary<GeneratedService> services() {
    Arbitrary<List<String>> nodes = node().list().ofMinSize(1).ofMaxSize(12);
    Arbitrary<Integer> affinity =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(0)), Tuple.of(1, Arbitraries.integers().between(1, 600)));
    Arbitrary<Protocol> protocol = Arbitraries.of(Protocol.TCP, Protocol.UDP);
    return Combinators.combine(
            nodes, affinity, protocol, node(), Arbitraries.integers().between(0, 13))
        .as(GeneratedService::of);
  }

  private static Arbitrary<String> node() {
    return Arbitraries.of("node-a", "node-b");
  }
}
