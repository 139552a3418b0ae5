package io.kubehop.kubeproxy.iptables;

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
      assertThat(names.local()).isEqualTo(chains.get("local"));
      assertThat(names.external()).isEqualTo(chains.get("external"));
      assertThat(names.firewall()).isEqualTo(chains.get("firewall"));
    }
  }

  @Test
  void namesOfEndpointChainsAreThoseOfKubeProxy() {
    for (Map<?, ?> entry : entries("endpoints")) {
      assertThat(ChainNames.endpoint(port(entry), endpoint((String) entry.get("endpoint"))))
          .isEqualTo(entry.get("chain"));
    }
  }

  @Test
  void namesFitIntoWhatTheKernelTakes() {
    ServicePortName longest =
        new ServicePortName("n".repeat(63), "s".repeat(63), "p".repeat(15), Protocol.SCTP);

    assertThat(ChainNames.of(longest).cluster()).hasSizeLessThanOrEqualTo(28);
  }

  private static ServicePortName port(Map<?, ?> entry) {
    return new ServicePortName(
        (String) entry.get("namespace"),
        (String) entry.get("name"),
        (String) entry.get("port"),
        Protocol.valueOf((String) entry.get("protocol")));
  }

  private static ProxyEndpoint endpoint(String text) {
    int colon = text.lastIndexOf(':');
    String address = text.substring(0, colon).replace("[", "").replace("]", "");
    return new ProxyEndpoint(
        new SocketAddress(IpAddress.parse(address), Integer.parseInt(text.substring(colon + 1))),
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
    List<?> entries = (List<?>) ((Map<?, ?>) root.get("iptables")).get(list);
    assertThat(entries).hasSizeGreaterThan(10);
    return entries.stream().<Map<?, ?>>map(entry -> (Map<?, ?>) entry).toList();
  }
}
