package io.kubehop.dns.resolver;

import io.kubehop.core.net.IpAddress;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodDNSConfig;
import io.kubehop.service.api.PodDNSConfigOption;
import io.kubehop.service.api.PodSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The {@code /etc/resolv.conf} that a kubelet writes for a Pod (pkg/kubelet/network/dns/dns.go).
 *
 * @param clusterDns the addresses of the cluster's DNS, as the kubelet is told
 * @param clusterDomain the cluster's domain
 * @param node the node's own file
 */
public record PodResolvConf(List<IpAddress> clusterDns, String clusterDomain, ResolvConf node) {
  private static final int MOST_SERVERS = 3;
  private static final int MOST_SEARCHES = 32;
  private static final int MOST_SEARCH_CHARACTERS = 2048;
  private static final int LONGEST_SEARCH = 253;

  /** Copies the list. */
  public PodResolvConf {
    clusterDns = List.copyOf(clusterDns);
  }

  /** The file of a Pod. */
  public ResolvConf of(Pod pod) {
    PodSpec spec = pod.spec();
    ResolvConf base = base(spec, pod.metadata().namespace());
    ResolvConf merged = spec.dnsConfig().map(config -> merged(base, config)).orElse(base);
    return new ResolvConf(
        merged.nameservers().subList(0, Math.min(MOST_SERVERS, merged.nameservers().size())),
        fitting(merged.searches()),
        merged.options());
  }

  private ResolvConf base(PodSpec spec, String namespace) {
    boolean usesCluster =
        switch (spec.dnsPolicy()) {
          case "None" -> false;
          case "Default" -> false;
          case "ClusterFirstWithHostNet" -> true;
          default -> !spec.hostNetwork();
        };
    if (spec.dnsPolicy().equals("None")) {
      return new ResolvConf(List.of(), List.of(), List.of());
    }
    return usesCluster && !clusterDns.isEmpty() ? clusterFirst(namespace) : node;
  }

  private ResolvConf clusterFirst(String namespace) {
    LinkedHashSet<String> searches = new LinkedHashSet<>();
    searches.add(namespace + ".svc." + clusterDomain);
    searches.add("svc." + clusterDomain);
    searches.add(clusterDomain);
    searches.addAll(node.searches());
    return new ResolvConf(clusterDns, List.copyOf(searches), List.of("ndots:5"));
  }

  private static ResolvConf merged(ResolvConf base, PodDNSConfig config) {
    LinkedHashSet<IpAddress> servers = new LinkedHashSet<>(base.nameservers());
    config.nameservers().stream()
        .filter(IpAddress::isAddress)
        .map(IpAddress::parse)
        .forEach(servers::add);
    LinkedHashSet<String> searches = new LinkedHashSet<>(base.searches());
    searches.addAll(config.searches());
    return new ResolvConf(
        List.copyOf(servers), List.copyOf(searches), mergedOptions(base.options(), config));
  }

  /** An option of the Pod takes the place of one with the same name. */
  private static List<String> mergedOptions(List<String> base, PodDNSConfig config) {
    Map<String, String> byName = new LinkedHashMap<>();
    base.forEach(option -> byName.put(option.replaceFirst(":.*", ""), option));
    for (PodDNSConfigOption option : config.options()) {
      String suffix = option.value().map(value -> ":" + value).orElse("");
      byName.put(option.name(), option.name() + suffix);
    }
    return List.copyOf(byName.values());
  }

  private static List<String> fitting(List<String> searches) {
    List<String> kept = new ArrayList<>();
    for (String search : searches.subList(0, Math.min(MOST_SEARCHES, searches.size()))) {
      if (search.length() <= LONGEST_SEARCH) {
        kept.add(search);
      }
    }
    while (String.join(" ", kept).length() > MOST_SEARCH_CHARACTERS) {
      kept.remove(kept.size() - 1);
    }
    return kept;
  }
}
