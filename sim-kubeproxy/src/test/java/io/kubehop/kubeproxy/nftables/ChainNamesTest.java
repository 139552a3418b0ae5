package io.kubehop.kubeproxy.nftables;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.kubeproxy.Conformance;
import io.kubehop.kubeproxy.services.ProxyEndpoint;
import io.kubehop.kubeproxy.services.ServicePortName;
import io.kubehop.service.source.SourceReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainNamesTest {
  @Test
  void namesOfServiceChainsAreThoseOfKubeProxy() {
    for (Map<?, ?> entry : entries("services")) {
      Map<?, ?> chains = (Map<?, ?>) entry.get("chains");

      ChainNames names = ChainNames.of(port(entry));

      assertThat(names.cluster()).isEqualTo(chains.get("cluster"));
      assertThat(names.external()).isEqualTo(chains.get("external"));
      assertThat(names.firewall()).isEqualTo(chains.get("firewall"));
    }
  }

  @Test
  void aLongNameIsCutOffAndItsHashSetsItApart() {
    ServicePortName port =
        new ServicePortName("n".repeat(63), "s".repeat(63), "p".repeat(63), Protocol.SCTP);
    String address = "fd00:1111:2222:3333:4444:5555:6666:7777";

    String chain = ChainNames.endpoint(port, endpoint(address, 10001));

    assertThat(chain).hasSize("endpoint-".length() + 240).endsWith("...");
    assertThat(ChainNames.endpoint(port, endpoint(address, 10002))).isNotEqualTo(chain);
  }

  @Test
  void colonsOfAnAddressBecomePoints() {
    ServicePortName port = new ServicePortName("ns", "svc", "p", Protocol.TCP);

    assertThat(ChainNames.affinity(port, endpoint("fd00::1", 80)))
        .matches("affinity-[A-Z2-7]{8}-ns/svc/tcp/p__fd00\\.\\.1/80");
  }

  private static ServicePortName port(Map<?, ?> entry) {
    return new ServicePortName(
        (String) entry.get("namespace"),
        (String) entry.get("name"),
        (String) entry.get("port"),
        Protocol.valueOf((String) entry.get("protocol")));
  }

  private static ProxyEndpoint endpoint(String address, int port) {
    return new ProxyEndpoint(
        new SocketAddress(IpAddress.parse(address), port),
        "",
        true,
        true,
        false,
        List.of(),
        List.of());
  }

  private static List<Map<?, ?>> entries(String list) {
    Path file = Conformance.files("kubeproxy/chains.json").get(0);
    Map<?, ?> root =
        (Map<?, ?>)
            SourceReader.read(file.toString(), Conformance.read(file)).get(0).root().plain();
    List<?> entries = (List<?>) ((Map<?, ?>) root.get("nftables")).get(list);
    assertThat(entries).hasSizeGreaterThan(5);
    return entries.stream().<Map<?, ?>>map(entry -> (Map<?, ?>) entry).toList();
  }
}
