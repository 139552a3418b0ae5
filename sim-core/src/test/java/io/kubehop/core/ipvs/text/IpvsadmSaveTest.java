package io.kubehop.core.ipvs.text;

import static io.kubehop.core.ipvs.BalancedPacket.socket;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.ipvs.BalancingHost;
import io.kubehop.core.ipvs.Forwarding;
import io.kubehop.core.ipvs.Persistence;
import io.kubehop.core.ipvs.RealServerConfig;
import io.kubehop.core.ipvs.Tunnel;
import io.kubehop.core.ipvs.VirtualServerConfig;
import io.kubehop.core.ipvs.VirtualServerEntry;
import io.kubehop.core.ipvs.scheduler.SchedulerFlags;
import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IpvsadmSaveTest {
  private final List<VirtualServerEntry> entries = new ArrayList<>();

  private static VirtualServerConfig service(String name, SchedulerKind scheduler) {
    return VirtualServerConfig.of(BalancingHost.key(name), scheduler);
  }

  private void add(VirtualServerConfig service, RealServerConfig... servers) {
    entries.add(new VirtualServerEntry(service, List.of(servers)));
  }

  private static RealServerConfig server(String socket, Forwarding forwarding, Tunnel tunnel) {
    return new RealServerConfig(socket(socket), forwarding, tunnel, 1, 0, 0);
  }

  private String saved() {
    return IpvsadmSave.print(entries);
  }

  @Test
  void aServiceWithItsServers() {
    add(
        service("TCP 10.96.0.1:443", SchedulerKind.RR),
        RealServerConfig.masqueraded(socket("172.18.0.5:6443"), 1),
        RealServerConfig.masqueraded(socket("172.18.0.4:6443"), 0));

    assertThat(saved())
        .isEqualTo(
            """
            -A -t 10.96.0.1:443 -s rr
            -a -t 10.96.0.1:443 -r 172.18.0.4:6443 -m -w 0
            -a -t 10.96.0.1:443 -r 172.18.0.5:6443 -m -w 1
            """);
  }

  @Test
  void everythingThatAServiceMayHave() {
    VirtualServerConfig mask = service("TCP 10.96.0.1:80", SchedulerKind.SH);
    add(mask.withPersistence(Persistence.perMask(10800, 0xffffff00)).withFlags(SchedulerFlags.ALL));
    add(service("UDP 10.96.0.1:53", SchedulerKind.WRR).withOnePacket(true));
    add(
        service("UDP [fd00::1]:53", SchedulerKind.MH)
            .withPersistence(Persistence.perPrefix(60, 64))
            .withFlags(SchedulerFlags.PORT));
    add(service("SCTP 10.96.0.1:80", SchedulerKind.RR).withFlags(SchedulerFlags.FLAG_3));
    add(service("FWM 7", SchedulerKind.RR).withPersistence(Persistence.perClient(300)));

    assertThat(saved())
        .isEqualTo(
            """
            -A -t 10.96.0.1:80 -s sh -p 10800 -M 255.255.255.0 -b sh-fallback,sh-port
            -A -u 10.96.0.1:53 -s wrr -o
            -A --sctp-service 10.96.0.1:80 -s rr -b flag-3
            -A -u [fd00::1]:53 -s mh -p 60 -M 64 -b mh-port
            -A -f 7 -s rr -p 300
            """);
  }

  @Test
  void everyWayOfForwarding() {
    add(
        service("TCP 10.96.0.1:80", SchedulerKind.RR),
        server("10.0.0.1:80", Forwarding.DIRECT_ROUTE, Tunnel.IPIP),
        server("10.0.0.2:80", Forwarding.TUNNEL, Tunnel.IPIP),
        server(
            "10.0.0.3:80",
            Forwarding.TUNNEL,
            new Tunnel(Tunnel.Type.GUE, 6080, Tunnel.Checksum.REMOTE)),
        server(
            "10.0.0.4:80",
            Forwarding.TUNNEL,
            new Tunnel(Tunnel.Type.GRE, 0, Tunnel.Checksum.PLAIN)));

    assertThat(saved())
        .isEqualTo(
            """
            -A -t 10.96.0.1:80 -s rr
            -a -t 10.96.0.1:80 -r 10.0.0.1:80 -g -w 1
            -a -t 10.96.0.1:80 -r 10.0.0.2:80 -i -w 1 --tun-type ipip
            -a -t 10.96.0.1:80 -r 10.0.0.3:80 -i -w 1 --tun-type gue --tun-port 6080 --tun-remcsum
            -a -t 10.96.0.1:80 -r 10.0.0.4:80 -i -w 1 --tun-type gre --tun-csum
            """);
  }

  @Test
  void addressesFarApartComeInTheOrderOfTheToolsSubtraction() {
    for (String address : List.of("10.96.0.1", "172.18.0.2", "100.64.0.1", "10.96.0.9")) {
      add(service("TCP " + address + ":80", SchedulerKind.RR));
    }

    assertThat(saved().lines().map(line -> line.substring(6, line.indexOf(" -s"))))
        .containsExactly("172.18.0.2:80", "10.96.0.1:80", "10.96.0.9:80", "100.64.0.1:80");
  }

  @Test
  void thresholdsAreNotSaved() {
    add(
        service("TCP 10.96.0.1:80", SchedulerKind.RR),
        RealServerConfig.masqueraded(socket("10.0.0.1:80"), 1).withThresholds(10, 5));

    assertThat(saved()).endsWith("-r 10.0.0.1:80 -m -w 1\n");
  }
}
