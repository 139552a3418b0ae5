package io.kubehop.core.ipvs.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.ipvs.BalancingHost;
import io.kubehop.core.ipvs.Persistence;
import io.kubehop.core.ipvs.VirtualServerConfig;
import io.kubehop.core.ipvs.scheduler.SchedulerFlags;
import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import org.junit.jupiter.api.Test;

class IpvsadmListTest {
  private final BalancingHost host = new BalancingHost();

  /** As a node of kind showed it, with kube-proxy in ipvs mode. */
  @Test
  void listsANodeAsTheToolDoes() {
    host.serve("UDP 10.96.0.10:53", SchedulerKind.RR, "10.244.0.4:53", "10.244.0.2:53");
    host.serve("TCP 10.96.0.10:9153", SchedulerKind.RR, "10.244.0.4:9153", "10.244.0.2:9153");
    host.serve("TCP 10.96.0.10:53", SchedulerKind.RR, "10.244.0.4:53", "10.244.0.2:53");
    host.serve("TCP 10.96.0.1:443", SchedulerKind.RR, "172.18.0.5:6443");
    for (int port = 1; port <= 3; port++) {
      host.connect("10.244.0.2:" + (40000 + port), "10.96.0.1:443");
    }

    assertThat(IpvsadmList.print(host.ipvs()))
        .isEqualTo(
            """
            IP Virtual Server version 1.2.1 (size=4096)
            Prot LocalAddress:Port Scheduler Flags
              -> RemoteAddress:Port           Forward Weight ActiveConn InActConn
            TCP  10.96.0.1:443 rr
              -> 172.18.0.5:6443              Masq    1      3          0\s\s\s\s\s\s\s\s\s
            TCP  10.96.0.10:53 rr
              -> 10.244.0.2:53                Masq    1      0          0\s\s\s\s\s\s\s\s\s
              -> 10.244.0.4:53                Masq    1      0          0\s\s\s\s\s\s\s\s\s
            TCP  10.96.0.10:9153 rr
              -> 10.244.0.2:9153              Masq    1      0          0\s\s\s\s\s\s\s\s\s
              -> 10.244.0.4:9153              Masq    1      0          0\s\s\s\s\s\s\s\s\s
            UDP  10.96.0.10:53 rr
              -> 10.244.0.2:53                Masq    1      0          0\s\s\s\s\s\s\s\s\s
              -> 10.244.0.4:53                Masq    1      0          0\s\s\s\s\s\s\s\s\s
            """);
  }

  @Test
  void namesWhatAServiceHasBesides() {
    VirtualServerConfig sticky =
        VirtualServerConfig.of(BalancingHost.key("TCP 10.96.0.1:80"), SchedulerKind.SH)
            .withFlags(SchedulerFlags.PORT)
            .withPersistence(Persistence.perMask(10800, 0xffffff00));
    host.serve(sticky);
    VirtualServerConfig datagrams =
        VirtualServerConfig.of(BalancingHost.key("UDP [fd00::1]:53"), SchedulerKind.WRR);
    host.serve(datagrams.withOnePacket(true), "[fd00::2]:53");
    host.serve("FWM 7", SchedulerKind.WLC);

    assertThat(IpvsadmList.print(host.ipvs()).lines().skip(3))
        .containsExactly(
            "TCP  10.96.0.1:80 sh (sh-port) persistent 10800 mask 255.255.255.0",
            "UDP  [fd00::1]:53 wrr ops",
            "  -> [fd00::2]:53                 Masq    1      0          0         ",
            "FWM  7 wlc");
  }

  @Test
  void listsConnectionsWithTheTimeTheyHaveLeft() {
    VirtualServerConfig sticky =
        VirtualServerConfig.of(BalancingHost.key("TCP 10.96.0.1:80"), SchedulerKind.RR)
            .withPersistence(Persistence.perClient(10800));
    host.serve(sticky, "10.244.0.1:8080");
    host.serve("UDP [fd00::1]:53", SchedulerKind.RR, "[fd00::2]:53");
    host.connect("192.0.2.1:40000", "10.96.0.1:80");
    host.pass(61.5);
    host.call("UDP", "[fd00::9]:1", "[fd00::1]:53");

    assertThat(IpvsadmList.printConnections(host.ipvs()))
        .isEqualTo(
            """
            IPVS connection entries
            pro expire state       source             virtual            destination
            TCP 178:58 ASSURED     192.0.2.1:0        10.96.0.1:80       10.244.0.1:8080
            TCP 13:58  ESTABLISHED 192.0.2.1:40000    10.96.0.1:80       10.244.0.1:8080
            UDP 05:00  UDP         [fd00::9]:1        [fd00::1]:53       [fd00::2]:53
            """);
  }
}
