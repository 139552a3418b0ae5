package io.kubehop.scenarios.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Share;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private static final SocketAddress A = SocketAddress.parse("10.0.0.1:80");
  private static final SocketAddress B = SocketAddress.parse("10.0.0.2:80");

  @Test
  void one_failing_way_is_enough_for_its_outcome() {
    Connection connection =
        connection(way(Share.of(2, 3), delivered(B)), way(Share.of(1, 3), refused()));

    assertThat(connection.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(connection.outcomes()).containsExactly(Outcome.DELIVERED, Outcome.REFUSED);
  }

  @Test
  void endpoints_are_those_of_the_ways_that_deliver_in_order_of_address() {
    Connection connection =
        connection(
            way(Share.of(1, 4), delivered(B)),
            way(Share.of(1, 2), delivered(A)),
            way(Share.of(1, 4), delivered(B)));

    assertThat(connection.endpoints()).containsExactly(A, B);
    assertThat(connection.distribution()).containsEntry(A, 0.5).containsEntry(B, 0.5);
    assertThat(connection.pods()).containsExactly("shop/cart-1", "shop/cart-2");
  }

  @Test
  void what_is_not_delivered_was_chosen_nowhere_and_saw_no_source() {
    Connection connection = connection(way(Share.ONE, refused()));

    assertThat(connection.chosen()).containsExactly(Optional.empty());
    assertThat(connection.sourceNAT()).isEmpty();
    assertThat(connection.sourceIPs()).isEmpty();
  }

  @Test
  void its_text_is_what_a_failed_test_shows() {
    Connection connection = connection(way(Share.ONE, refused()));

    assertThat(connection).hasToString("node/node-a -> tcp://10.0.0.9:80: [refused]");
    assertThat(connection.withText(List.of("Request", "Stopped"))).hasToString("Request\nStopped");
  }

  private static Connection connection(Way... ways) {
    Request request = Request.of("node/node-a", "tcp://10.0.0.9:80");
    Made made = new Made(ways[0].ending(), 0, 1, List.of());
    return new Connection(request, List.of(ways), List.of(made), List.of());
  }

  private static Way way(Share share, Ending ending) {
    return new Way(share, ending, List.of());
  }

  private static Ending delivered(SocketAddress endpoint) {
    long last = endpoint.address().low() & 0xff;
    return new Ending(
        Outcome.DELIVERED,
        Optional.of(endpoint),
        Optional.of("shop/cart-" + last),
        Optional.of(IpAddress.parse("10.0.0.5")),
        Optional.of(false),
        Optional.empty(),
        Optional.empty());
  }

  private static Ending refused() {
    return new Ending(
        Outcome.REFUSED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
