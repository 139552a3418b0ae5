package io.kubehop.scenarios.cluster;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.host.Refusal;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.SocketAddress;
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
   * The way that a connection took.
   *
   * @param node the node whose rules chose the endpoint; absent if the client called it
   * @param endpoint where it went
   */
  record Path(Optional<String> node, SocketAddress endpoint) {}

  /**
   * Why a connection failed.
   *
   * @param cause in words, without times
   * @param staleRule the way of a connection that a node sent to an endpoint that could not answer
   */
  record Verdict(String cause, Optional<Path> staleRule) {}

  /** Why a connection failed, as far as can be told at this moment. */
  Verdict judge(@Nullable FiveTuple tuple, Ending ending) {
    if (ending.http().isPresent()) {
      return new Verdict(answer(ending.http().get()), Optional.empty());
    }
    Optional<Path> path = path(tuple);
    Optional<String> fate = path.flatMap(way -> lives.fate(way.endpoint()));
    return fate.map(text -> new Verdict(text, path.filter(way -> way.node().isPresent())))
        .orElseGet(() -> new Verdict(failure(ending, path), Optional.empty()));
  }

  private Optional<Path> path(@Nullable FiveTuple tuple) {
    if (tuple == null) {
      return Optional.empty();
    }
    for (NodeMachine node : network.nodes()) {
      Connection known = node.host().firewall().connections().find(tuple);
      SocketAddress endpoint = known == null ? null : known.replyTuple().sourceSocket();
      if (endpoint != null && !endpoint.equals(tuple.destinationSocket())) {
        return Optional.of(new Path(Optional.of(node.name()), endpoint));
      }
    }
    return lives.isKnown(tuple.destination())
        ? Optional.of(new Path(Optional.empty(), tuple.destinationSocket()))
        : Optional.empty();
  }

  private static String answer(HttpAnswer answer) {
    String reasons =
        answer.reasons().isEmpty()
            ? ""
            : ": " + answer.reasons().get(answer.reasons().size() - 1);
    return "a proxy answered " + answer.status() + reasons;
  }

  private static String failure(Ending ending, Optional<Path> path) {
    Optional<SocketFailure> failure = ending.failure();
    Refusal refusal = failure.map(SocketFailure::refusal).orElse(null);
    if (refusal != null) {
      return refusal.host() + " refused it: " + refusal.detail();
    }
    if (ending.outcome() == Outcome.UNRESOLVED) {
      return "the name did not resolve";
    }
    return path.map(way -> "no answer came from endpoint " + way.endpoint())
        .orElse("no answer came");
  }

  /**
   * Until when a node had the rule that sent connections on a way.
   *
   * @param last when the last of them began
   */
  String rule(Path path, Duration last) {
    String node = path.node().orElse("");
    return rules
        .withdrawn(node, path.endpoint().address(), last)
        .map(time -> node + " still had its rule until " + FailureWindow.seconds(time))
        .orElse(node + " still has its rule");
  }
}
