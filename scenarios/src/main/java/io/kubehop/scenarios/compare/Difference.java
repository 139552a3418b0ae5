package io.kubehop.scenarios.compare;

import io.kubehop.kubeproxy.config.ProxyMode;
import java.util.Optional;

/**
 * A connection that ends otherwise in one mode than in iptables mode.
 *
 * @param trial the connection
 * @param mode the mode
 * @param iptables what comes of it in iptables mode
 * @param found what comes of it in this mode
 * @param cause why, if that is documented
 */
public record Difference(
    Trial trial, ProxyMode mode, Sight iptables, Sight found, Optional<Cause> cause) {

  /** A difference with its cause. */
  static Difference of(Trial trial, ProxyMode mode, Sight iptables, Sight found) {
    Difference unexplained = new Difference(trial, mode, iptables, found, Optional.empty());
    return new Difference(trial, mode, iptables, found, Cause.of(unexplained));
  }

  boolean isFrom(Client client) {
    return trial.client() == client;
  }

  boolean isTo(Target target) {
    return trial.target() == target;
  }

  /** Whether it arrives in both modes, but elsewhere. */
  boolean endpointsDiffer() {
    return !iptables.endpoints().equals(found.endpoints());
  }

  /** Whether only the address differs as which endpoints see the client. */
  boolean onlySourcesDiffer() {
    return iptables.outcomes().equals(found.outcomes()) && !endpointsDiffer();
  }
}
