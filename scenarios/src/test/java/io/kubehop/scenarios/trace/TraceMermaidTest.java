package io.kubehop.scenarios.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.trace.Hop;
import io.kubehop.core.trace.Step;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Ending;
import io.kubehop.scenarios.connection.Made;
import io.kubehop.scenarios.connection.Request;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceMermaidTest {
  private static final FiveTuple PACKET =
      new FiveTuple(6, IpAddress.parse("10.0.0.1"), 40001, IpAddress.parse("10.0.0.2"), 80);

  @Test
  void has_a_lifeline_for_each_host_and_an_arrow_for_each_stretch() {
    List<Hop> hops =
        List.of(
            hop("pod/shop/web-0", new Step.Sent("connect")),
            hop("node-a", new Step.Routed(PACKET.destination(), "default dev eth0")),
            hop("node-b", new Step.Accepted(SocketAddress.parse("10.0.0.2:80"), "sshd; #1")));
    Connection connection =
        new Connection(
            Request.of("pod/shop/web-0", "tcp://10.0.0.2:80"),
            List.of(),
            List.of(new Made(Ending.of(Outcome.DELIVERED), 0, 1, hops, Optional.empty())),
            List.of());

    String diagram =
        TraceMermaid.of(
            connection, new Explanation(true, "delivered", List.of(), Optional.empty()));

    assertThat(diagram)
        .isEqualTo(
            """
            sequenceDiagram
              participant h0 as pod/shop/web-0
              participant h1 as node-a
              participant h2 as node-b
              h0->>h1: tcp 10.0.0.1:40001 -> 10.0.0.2:80
              h1->>h2: tcp 10.0.0.1:40001 -> 10.0.0.2:80
              Note over h2: 10.0.0.2:80, sshd#59; #35;1
              Note over h0,h2: delivered
            """);
  }

  private static Hop hop(String host, Step step) {
    return new Hop(new Hop.Place(0, host, PACKET, PACKET.toString()), List.of(step));
  }
}
