package io.kubehop.kubeproxy.nftables;

import io.kubehop.core.nftables.set.SetHeader;
import io.kubehop.kubeproxy.services.ProxyEndpoint;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import java.util.ArrayList;
import java.util.List;

/** The choice of an endpoint, and the chain and the set of clients of each endpoint. */
final class EndpointChains {
  private final ServicePortInfo port;
  private final Words words;

  EndpointChains(ServicePortInfo port, Words words) {
    this.port = port;
    this.words = words;
  }

  /** The endpoint that the client has, else one by chance. */
  List<String> choice(List<ProxyEndpoint> endpoints) {
    List<String> rules = new ArrayList<>();
    StringBuilder verdicts = new StringBuilder();
    for (int i = 0; i < endpoints.size(); i++) {
      String chain = ChainNames.endpoint(port.name(), endpoints.get(i));
      if (port.hasAffinity()) {
        String clients = ChainNames.affinity(port.name(), endpoints.get(i));
        rules.add(words.ip() + " saddr @" + clients + " goto " + chain);
      }
      verdicts.append(i == 0 ? "" : ", ").append(i).append(" : goto ").append(chain);
    }
    rules.add("numgen random mod " + endpoints.size() + " vmap { " + verdicts + " }");
    return rules;
  }

  /** An endpoint that calls itself is masqueraded; the client is noted; then it is translated. */
  List<String> endpoint(ProxyEndpoint endpoint) {
    List<String> rules = new ArrayList<>();
    rules.add(
        words.ip()
            + " saddr "
            + endpoint.address().address()
            + " jump "
            + Names.MARK_FOR_MASQUERADE);
    if (port.hasAffinity()) {
      String clients = ChainNames.affinity(port.name(), endpoint);
      rules.add("update @" + clients + " { " + words.ip() + " saddr }");
    }
    rules.add("meta l4proto " + port.name().protocol() + " dnat to " + endpoint);
    return rules;
  }

  /** Who keeps an endpoint, and for how long. */
  SetHeader affinity(ProxyEndpoint endpoint) {
    return words.affinity(ChainNames.affinity(port.name(), endpoint), port.affinitySeconds());
  }
}
