package io.kubehop.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Simulation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A source in 127.0.0.0/8 stays on the host, as __mkroute_output has it. */
class LoopbackSourceTest {
  private final Network network = new Network(new Simulation(1), 0);
  private final Host host = network.addHost("host");

  LoopbackSourceTest() {
    host.addInterface("eth0", network.addCable("cable", 1));
    host.routes().add(Route.onLink(Cidr.parse("0.0.0.0/0"), "eth0"));
  }

  @Test
  void a_loopback_source_that_would_leave_is_an_error_to_the_sender() {
    assertThat(send()).isEqualTo(SocketError.EINVAL);
  }

  @Test
  void with_route_localnet_it_leaves() {
    host.setSysctl(Sysctl.ROUTE_LOCALNET, 1);

    assertThat(send()).isNull();
  }

  private @Nullable SocketError send() {
    DatagramSocket socket =
        host.sockets().bind(Protocol.UDP, IpAddress.LOOPBACK_V4, 53, (s, t, f, m) -> {}, "dns");
    return socket.send(
        new SocketAddress(IpAddress.LOOPBACK_V4, 53),
        new SocketAddress(IpAddress.parse("192.0.2.1"), 4711),
        "answer");
  }
}
