package io.kubehop.kubeproxy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubehop.core.ipvs.IpvsTimeouts;
import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.kubeproxy.ProxiedCluster;
import io.kubehop.kubeproxy.node.NodeFacts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  private static final NodeFacts NODE =
      new NodeFacts(
          "a",
          "",
          List.of(IpAddress.parse("192.168.0.2"), IpAddress.parse("fd00::2")),
          List.of(Cidr.parse("10.244.3.0/24"), Cidr.parse("fd00:10:244:3::/64")));

  @Test
  void everythingHasADefault() {
    ProxySettings settings = read(IpFamily.IPV4, "");

    assertThat(settings)
        .isEqualTo(
            new ProxySettings(
                ProxyMode.IPTABLES,
                IpFamily.IPV4,
                0x4000,
                false,
                true,
                1_000_000_000L,
                30_000_000_000L,
                new LocalDetector.ByCidr(Cidr.parse("10.244.0.0/16")),
                NodePortAddresses.ALL,
                UdpCleanup.RECONCILE_ALL,
                true,
                true,
                IpvsSettings.DEFAULT));
  }

  @Test
  void zeroPeriodsStandForTheDefaultAsKubeadmWritesThem() {
    ProxySettings settings =
        read(IpFamily.IPV4, "iptables: {minSyncPeriod: 0s, syncPeriod: 0s, masqueradeBit: null}");

    assertThat(settings.minSyncPeriod()).isEqualTo(1_000_000_000L);
    assertThat(settings.masqueradeMark()).isEqualTo(0x4000);
  }

  @Test
  void eachModeHasItsOwnSection() {
    String lines =
        """
        iptables: {masqueradeAll: true, masqueradeBit: 1, minSyncPeriod: 2s}
        nftables: {masqueradeBit: 2, minSyncPeriod: 3s}
        ipvs: {minSyncPeriod: 4s}
        """;

    assertThat(read(IpFamily.IPV4, "mode: ipvs\n" + lines))
        .extracting(
            ProxySettings::minSyncPeriod,
            ProxySettings::masqueradeAll,
            ProxySettings::masqueradeMark)
        .containsExactly(4_000_000_000L, true, 2);
    assertThat(read(IpFamily.IPV4, "mode: nftables\n" + lines))
        .extracting(
            ProxySettings::minSyncPeriod,
            ProxySettings::masqueradeAll,
            ProxySettings::masqueradeMark)
        .containsExactly(3_000_000_000L, false, 4);
  }

  @Test
  void anEmptyClusterCIDRIsNotReplaced() {
    assertThat(read(IpFamily.IPV4, "clusterCIDR: ''").localDetector().isImplemented()).isFalse();
  }

  @Test
  void clusterCIDRMayHaveOneRangeOfEachFamily() {
    String lines = "clusterCIDR: 10.0.0.0/8,fd00:10::/32";

    assertThat(read(IpFamily.IPV4, lines).localDetector())
        .isEqualTo(new LocalDetector.ByCidr(Cidr.parse("10.0.0.0/8")));
    assertThat(read(IpFamily.IPV6, lines).localDetector())
        .isEqualTo(new LocalDetector.ByCidr(Cidr.parse("fd00:10::/32")));
  }

  @Test
  void localTrafficCanBeToldByNodeOrByInterface() {
    assertThat(read(IpFamily.IPV6, "detectLocalMode: NodeCIDR").localDetector())
        .isEqualTo(new LocalDetector.ByCidr(Cidr.parse("fd00:10:244:3::/64")));
    assertThat(
            read(
                    IpFamily.IPV4,
                    "detectLocalMode: BridgeInterface\ndetectLocal: {bridgeInterface: cni0}")
                .localDetector())
        .isEqualTo(new LocalDetector.ByInterface("cni0"));
    assertThat(
            read(
                    IpFamily.IPV4,
                    "detectLocalMode: InterfaceNamePrefix\ndetectLocal: {interfaceNamePrefix: veth}")
                .localDetector())
        .isEqualTo(new LocalDetector.ByInterface("veth+"));
  }

  @Test
  void primaryStandsForTheAddressesOfTheNode() {
    String lines = "nodePortAddresses: [primary]";

    assertThat(read(IpFamily.IPV4, lines).nodePortAddresses().cidrs())
        .containsExactly(Cidr.parse("192.168.0.2/32"));
    assertThat(read(IpFamily.IPV4, lines).localhostNodePorts()).isFalse();
    assertThat(read(IpFamily.IPV6, lines).nodePortAddresses().cidrs())
        .containsExactly(Cidr.parse("fd00::2/128"));
  }

  @Test
  void localhostNodePortsNeedALoopbackAddressAndV4() {
    assertThat(read(IpFamily.IPV4, "nodePortAddresses: [127.0.0.1/32]").localhostNodePorts())
        .isTrue();
    assertThat(read(IpFamily.IPV4, "nodePortAddresses: [192.168.0.0/24]").localhostNodePorts())
        .isFalse();
    assertThat(read(IpFamily.IPV4, "nodePortAddresses: ['fd00::/64']").localhostNodePorts())
        .isTrue();
    assertThat(read(IpFamily.IPV6, "").localhostNodePorts()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mode: ebpf",
        "detectLocalMode: Guess",
        "detectLocalMode: BridgeInterface",
        "nodePortAddresses: [192.168.0.1]",
        "clusterCIDR: 10.0.0.0",
        "iptables: {masqueradeBit: 32}",
      })
  void aValueThatKubeProxyRefusesIsNamed(String line) {
    assertThatThrownBy(() -> read(IpFamily.IPV4, line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "(mode|detectLocalMode|detectLocal\\.bridgeInterface|nodePortAddresses|clusterCIDR|masqueradeBit)\\b.*");
  }

  private static ProxySettings read(IpFamily family, String lines) {
    return new SettingsReader(
            ProxiedCluster.configuration(lines),
            List.of(Cidr.parse("10.244.0.0/16"), Cidr.parse("fd00:10:244::/56")),
            UdpCleanup.RECONCILE_ALL)
        .read(family, NODE, false);
  }

  @Test
  void theSectionOfIpvsModeCountsInThatMode() {
    ProxySettings settings =
        read(
            IpFamily.IPV4,
            """
            mode: ipvs
            ipvs:
              scheduler: mh
              strictARP: true
              tcpTimeout: 15m
              udpTimeout: 30s
              syncPeriod: 45s
              excludeCIDRs: [10.9.0.0/16, "fd09::/64"]
            """);

    assertThat(settings.ipvs())
        .isEqualTo(
            new IpvsSettings(
                SchedulerKind.MH,
                true,
                new IpvsTimeouts(900, 0, 30),
                List.of(Cidr.parse("10.9.0.0/16"))));
    assertThat(settings.syncPeriod()).isEqualTo(45_000_000_000L);
  }

  @Test
  void aSchedulerThatTheKernelHasNotIsRefused() {
    assertThatThrownBy(() -> read(IpFamily.IPV4, "mode: ipvs\nipvs: {scheduler: best}\n"))
        .hasMessageContaining("ipvs.scheduler: 'best' is none of [rr, wrr");
  }
}
