package io.kubehop.kubeproxy.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Interners;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.matches.StatisticRandom;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.ruleset.ChainName;
import io.kubehop.core.netfilter.ruleset.RuleBlock;
import io.kubehop.kubeproxy.config.SettingsReader;
import io.kubehop.kubeproxy.config.UdpCleanup;
import io.kubehop.kubeproxy.node.NodeFacts;
import io.kubehop.kubeproxy.services.EndpointCategories;
import io.kubehop.kubeproxy.services.ProxyEndpoint;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import io.kubehop.kubeproxy.services.ServicePortName;
import io.kubehop.kubeproxy.sync.Circumstances;
import io.kubehop.service.api.KubeProxyConfiguration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EndpointShareProperties {
  private static final double STEP = 0x1.0p-31;

  private final IptablesWriter writer =
      new IptablesWriter(
          new SettingsReader(KubeProxyConfiguration.EMPTY, List.of(), UdpCleanup.RECONCILE_ALL)
              .read(IpFamily.IPV4, new NodeFacts("node", "", List.of(), List.of()), false),
          List.of(),
          Interners.newStrongInterner());

  /** What the kernel makes of the probabilities gives each endpoint the same share. */
  @Property(tries = 100)
  void everyEndpointHasAnEqualShare(
      @ForAll @IntRange(min = 1, max = 700) int count, @ForAll boolean affinity) {
    List<ProxyEndpoint> endpoints = endpoints(count);
    List<Rule> rules = choice(endpoints, affinity ? 60 : 0);

    double left = 1;
    for (int i = 0; i < count; i++) {
      double share = left * chance(rules.get(rules.size() - count + i));
      assertThat(share).isCloseTo(1.0 / count, org.assertj.core.data.Offset.offset(count * STEP));
      left -= share;
    }
    assertThat(left).isZero();
  }

  private static double chance(Rule rule) {
    return rule.matches().stream()
        .filter(StatisticRandom.class::isInstance)
        .mapToDouble(match -> ((StatisticRandom) match).threshold() * STEP)
        .findFirst()
        .orElse(1);
  }

  private List<Rule> choice(List<ProxyEndpoint> endpoints, int affinitySeconds) {
    ServicePortName name = new ServicePortName("ns", "svc", "", Protocol.TCP);
    ServicePortInfo port =
        new ServicePortInfo(
            name,
            IpAddress.parse("10.96.0.1"),
            80,
            0,
            List.of(),
            List.of(),
            List.of(),
            affinitySeconds,
            0,
            false,
            false);
    RuleBlock block =
        writer.write(
            port,
            new EndpointCategories(endpoints, List.of(), List.of(), true),
            new Circumstances(false, false));
    return block
        .foundation()
        .chains()
        .get(new ChainName(TableName.NAT, ChainNames.of(name).cluster()));
  }

  private static List<ProxyEndpoint> endpoints(int count) {
    IpAddress first = IpAddress.parse("10.0.0.1");
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new ProxyEndpoint(
                    new SocketAddress(first.plus(i), 8080),
                    "",
                    true,
                    true,
                    false,
                    List.of(),
                    List.of()))
        .toList();
  }
}
