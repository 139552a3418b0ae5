package io.kubehop.scenarios.cluster;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.host.Refusal;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.scenarios.connection.Ending;
import io.kubehop.scenarios.connection.HttpAnswer;
import io.kubehop.scenarios.load.FailureWindow;
import io.kubehop.service.node.ClusterNetwork;
import io.kubehop.service.node.NodeMachine;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why a connection failed: which node sent it to which endpoint, as the node's connection
 * tracking knows, and what had become of that endpoint.
 */
final class Blame {
  private final ClusterNetwork network;
  private final EndpointLives lives;
  private final RuleTimes rules;

  Blame(ClusterNetwork network, EndpointLives lives, RuleTimes rules) {
    this.network = network;
    this.lives = lives;
    this.rules = rules;
  }

  /**
   * A rule that sent connections to an endpoint that could not take them.
   *
   * @param node the node that has it; empty: which one is not known
   */
  record StaleRule(String node, IpAddress endpoint) {}

  /**
   * Why a connection failed.
   *
   * @param cause in words, without times
   * @param rule what sent it where it failed; absent if no rule is to blame
   */
  record Verdict(String cause, Optional<StaleRule> rule) {}

  /** Why a connection failed, as far as can be told at this moment. */
  Verdict judge(Dial dial, Dial.Dialled failed) {
    Ending ending = failed.ending();
    if (ending.http().isPresent()) {
      return new Verdict(answer(ending.http().get()), Optional.empty());
    }
    FiveTuple tuple = dial.tuple();
    return Optional.ofNullable(tuple)
        .flatMap(known -> tracked(known, failed.begun()))
        .or(() -> refused(tuple, ending))
        .or(() -> calledDirectly(tuple))
        .orElseGet(() -> new Verdict(failure(ending), Optional.empty()));
  }

  /** What a node's connection tracking knows of it. */
  private Optional<Verdict> tracked(FiveTuple tuple, long begun) {
    for (NodeMachine node : network.nodes()) {
      Connection known = node.host().firewall().connections().find(tuple);
      if (known != null && !known.replyTuple().sourceSocket().equals(tuple.destinationSocket())) {
        IpAddress endpoint = known.replyTuple().source();
        boolean isOlder = known.start() < begun;
        return Optional.of(
            lives
                .fate(endpoint)
                .map(fate -> sentTo(endpoint, fate, node.name(), isOlder))
                .orElseGet(
                    () ->
                        new Verdict("endpoint " + endpoint + " did not answer", Optional.empty())));
      }
    }
    return Optional.empty();
  }

  private static Verdict sentTo(IpAddress endpoint, String fate, String node, boolean isOlder) {
    return isOlder
        ? new Verdict(
            fate + "; " + node + " still tracked an older connection with the same ports",
            Optional.empty())
        : new Verdict(fate, Optional.of(new StaleRule(node, endpoint)));
  }

  /** What is refused is not tracked for long, but the refusal says where it was going. */
  private Optional<Verdict> refused(@Nullable FiveTuple tuple, Ending ending) {
    return ending
        .failure()
        .map(SocketFailure::refusal)
        .flatMap(refusal -> Optional.ofNullable(refusal.towards()))
        .filter(endpoint -> tuple == null || !endpoint.equals(tuple.destination()))
        .flatMap(
            endpoint ->
                lives
                    .fate(endpoint)
                    .map(
                        fate ->
                            new Verdict(fate, Optional.of(new StaleRule(home(tuple), endpoint)))));
  }

  /** The node of a client, whose rules choose endpoints for it; empty for one outside. */
  private String home(@Nullable FiveTuple tuple) {
    return Optional.ofNullable(tuple)
        .flatMap(known -> network.hostOf(known.source()))
        .flatMap(network::nodeOf)
        .map(NodeMachine::name)
        .orElse("");
  }

  private Optional<Verdict> calledDirectly(@Nullable FiveTuple tuple) {
    return Optional.ofNullable(tuple)
        .flatMap(known -> lives.fate(known.destination()))
        .map(fate -> new Verdict(fate, Optional.empty()));
  }

  private static String answer(HttpAnswer answer) {
    String reasons =
        answer.reasons().isEmpty() ? "" : ": " + answer.reasons().get(answer.reasons().size() - 1);
    return "a proxy answered " + answer.status() + reasons;
  }

  private static String failure(Ending ending) {
    Refusal refusal = ending.failure().map(SocketFailure::refusal).orElse(null);
    if (refusal != null) {
      return refusal.host() + " refused it: " + refusal.detail();
    }
    return ending.outcome() == Outcome.UNRESOLVED ? "the name did not resolve" : "no answer came";
  }

  /**
   * Until when there was a rule.
   *
   * @param last when the last connection began that it sent away
   */
  String until(StaleRule rule, Duration last) {
    String node = rule.node().isEmpty() ? "a node" : rule.node();
    return rules
        .withdrawn(rule.node(), rule.endpoint(), last)
        .map(time -> node + " still had its rule until " + FailureWindow.seconds(time))
        .orElse(node + " still has its rule");
  }
}
