package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.time.Journal;
import io.kubehop.core.time.RandomStream;
import io.kubehop.ingress.nginx.balance.BalancerState;
import io.kubehop.ingress.nginx.balance.Balancers;
import io.kubehop.ingress.nginx.config.GlobalSettings;

/**
 * What the phases of a request have in common.
 *
 * @param loaded the configuration that nginx had when the request came
 * @param limits the counters of clients
 * @param balancing what balancers remember
 * @param journal where what a request remembers is logged
 * @param ids gives request ids
 * @param httpsPort the port of nginx for https
 */
record NginxContext(
    LoadedConfiguration loaded,
    RequestLimits limits,
    BalancerState balancing,
    Journal journal,
    RandomStream ids,
    int httpsPort) {

  GlobalSettings settings() {
    return loaded.settings();
  }

  Balancers balancers() {
    return loaded.balancers();
  }
}
