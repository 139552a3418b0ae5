package io.kubehop.scenarios.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Share;
import io.kubehop.core.trace.Hop;
import io.kubehop.core.trace.Step;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Ending;
import io.kubehop.scenarios.connection.Made;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.connection.Way;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceTextTest {
  private static final IpAddress CLIENT = IpAddress.parse("10.244.0.4");
  private static final IpAddress VIP = IpAddress.parse("10.96.0.12");
  private static final SocketAddress ENDPOINT = SocketAddress.parse("10.244.1.3:8080");
  private static final FiveTuple CALLED = new FiveTuple(6, CLIENT, 40001, VIP, 80);
  private static final FiveTuple TRANSLATED =
      new FiveTuple(6, CLIENT, 40001, ENDPOINT.address(), ENDPOINT.port());

  @Test
  void tells_the_first_packet_hop_by_hop_with_the_rule_that_decided() {
    List<String> lines = text(List.of(sent(), translated(), accepted()));

    assertThat(lines)
        .containsExactly(
            "Request  pod/shop/web-0 -> tcp://10.96.0.12:80",
            "",
            "    0.000ms  pod/shop/web-0   send      tcp 10.244.0.4:40001 -> 10.96.0.12:80 SYN (connect)",
            "    0.010ms  node-a           iptables  nat PREROUTING:1 > KUBE-SVC-X:2 DNAT to 10.244.1.3:8080",
            "                                          by -A KUBE-SVC-X -j DNAT",
            "                                          for Service shop/cart (cart.yaml line 31)",
            "                              route     10.244.1.0/24 via 192.168.0.3 dev eth0",
            "    0.120ms  pod/shop/cart-1  accept    10.244.1.3:8080, container cart",
            "",
            "Result   delivered");
  }

  @Test
  void a_rule_that_refuses_is_told_before_its_answer() {
    Hop refusing =
        new Hop(
            place(10_000, "node-a", CALLED),
            List.of(
                new Step.Arrived("veth1"),
                new Step.ChainEntered("filter", "FORWARD", "FORWARD"),
                matched("FORWARD", "jump KUBE-SERVICES"),
                new Step.ChainEntered("filter", "FORWARD", "KUBE-SERVICES"),
                matched("KUBE-SERVICES", "reject with icmp-port-unreachable"),
                new Step.Answered("ICMP", "rejected"),
                new Step.ChainLeft("filter", "KUBE-SERVICES", 0),
                new Step.ChainLeft("filter", "FORWARD", 0),
                new Step.TableVerdict("filter", "FORWARD", "DROP", false)));

    assertThat(TraceLines.of(List.of(refusing)))
        .extracting(line -> line.stage() + ": " + line.detail())
        .containsExactly(
            "iptables: filter FORWARD:2 > KUBE-SERVICES:2 reject with icmp-port-unreachable",
            "answer: ICMP: rejected");
  }

  @Test
  void chains_that_did_nothing_are_not_told() {
    Hop passing =
        new Hop(
            place(0, "node-a", CALLED),
            List.of(
                new Step.ChainEntered("filter", "FORWARD", "FORWARD"),
                matched("FORWARD", "jump KUBE-SERVICES"),
                new Step.ChainEntered("filter", "FORWARD", "KUBE-SERVICES"),
                new Step.ChainLeft("filter", "KUBE-SERVICES", 7),
                matched("FORWARD", "accept"),
                new Step.ChainLeft("filter", "FORWARD", 0),
                new Step.TableVerdict("filter", "FORWARD", "ACCEPT", false)));

    assertThat(TraceLines.of(List.of(passing)))
        .extracting(TraceLine::detail)
        .containsExactly("filter FORWARD:2 accept");
  }

  @Test
  void a_policy_that_drops_is_told() {
    Hop dropping =
        new Hop(
            place(0, "node-a", CALLED),
            List.of(
                new Step.ChainEntered("filter", "FORWARD", "FORWARD"),
                new Step.ChainLeft("filter", "FORWARD", 3),
                new Step.TableVerdict("filter", "FORWARD", "DROP", true)));

    assertThat(TraceLines.of(List.of(dropping)))
        .extracting(TraceLine::detail)
        .containsExactly("filter FORWARD > policy DROP");
  }

  @Test
  void all_rules_are_listed_where_they_were_recorded() {
    Hop walked =
        new Hop(
            place(0, "node-a", CALLED),
            List.of(
                new Step.ChainEntered("nat", "OUTPUT", "OUTPUT"),
                new Step.RulePassedOver("nat", "OUTPUT", 1, "-A OUTPUT -j A"),
                matched("OUTPUT", "accept"),
                new Step.TableVerdict("nat", "OUTPUT", "ACCEPT", false)));

    assertThat(TraceLines.of(List.of(walked)).get(0).walk())
        .containsExactly("  -A OUTPUT -j A", "> -A OUTPUT -j DNAT");
  }

  private static List<String> text(List<Hop> hops) {
    Ending ending =
        new Ending(
            Outcome.DELIVERED,
            Optional.of(ENDPOINT),
            Optional.of("shop/cart-1"),
            Optional.of(CLIENT),
            Optional.of(false),
            Optional.empty(),
            Optional.empty());
    Connection connection =
        new Connection(
            Request.of("pod/shop/web-0", "tcp://10.96.0.12:80"),
            List.of(new Way(Share.ONE, ending, List.of())),
            List.of(new Made(ending, 0, 480_000, hops)),
            List.of());
    Explanation explanation = new Explanation(true, "delivered", List.of(), Optional.empty());
    return TraceText.lines(
        connection, explanation, origin -> "Service shop/cart (cart.yaml line 31)");
  }

  private static Hop sent() {
    return new Hop(
        place(0, "pod/shop/web-0", CALLED),
        List.of(new Step.Sent("connect"), new Step.Routed(VIP, "default dev eth0")));
  }

  private static Hop translated() {
    return new Hop(
        place(10_000, "node-a", CALLED),
        List.of(
            new Step.Arrived("veth1"),
            new Step.ChainEntered("nat", "PREROUTING", "PREROUTING"),
            new Step.RuleMatched("nat", "PREROUTING", 1, "-A PREROUTING", "jump KUBE-SVC-X", null),
            new Step.ChainEntered("nat", "PREROUTING", "KUBE-SVC-X"),
            matched("KUBE-SVC-X", "DNAT to 10.244.1.3:8080"),
            new Step.TableVerdict("nat", "PREROUTING", "ACCEPT", false),
            new Step.Translated(CALLED, TRANSLATED, false),
            new Step.Routed(ENDPOINT.address(), "10.244.1.0/24 via 192.168.0.3 dev eth0")));
  }

  private static Hop accepted() {
    return new Hop(
        place(120_000, "pod/shop/cart-1", TRANSLATED),
        List.of(new Step.Arrived("eth0"), new Step.Accepted(ENDPOINT, "container cart")));
  }

  private static Step matched(String chain, String effect) {
    return new Step.RuleMatched(
        "nat", chain, 2, "-A " + chain + " -j DNAT", effect, "Service/shop/cart");
  }

  private static Hop.Place place(long time, String host, FiveTuple packet) {
    return new Hop.Place(time, host, packet, packet + " SYN");
  }
}
