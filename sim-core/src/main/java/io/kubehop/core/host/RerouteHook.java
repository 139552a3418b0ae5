package io.kubehop.core.host;

import io.kubehop.core.netfilter.Verdict;

/**
 * Looks the route of a local packet up again if the functions before it changed what it depends on
 * (ip_route_me_harder).
 *
 * @param host the host
 * @param priority just behind the functions that may change it
 */
record RerouteHook(Host host, int priority) implements HookFunction {
  @Override
  public int run(Flight flight) {
    return host.path().reroute(flight) ? Verdict.ACCEPT : Verdict.DROP;
  }
}
