package io.kubehop.dns.coredns;

import io.kubehop.core.net.IpAddress;
import io.kubehop.service.api.ConfigMap;
import io.kubehop.service.api.ObjectKey;
import java.util.List;

/**
 * What a CoreDNS finds in its container besides the API server.
 *
 * @param configMap where its Corefile is, with other files; without it there is the built-in one
 * @param clusterDomain the cluster's domain, for the built-in Corefile
 * @param nameservers those of {@code /etc/resolv.conf}
 * @param searches the search list of {@code /etc/resolv.conf}
 * @param hostsFile the text of {@code /etc/hosts}
 * @param knowsExternalNames whether Services of type ExternalName have records: a cluster DNS from
 *     before kube-dns 1.7 has none
 */
public record CoreDnsSettings(
    ObjectKey configMap,
    String clusterDomain,
    List<IpAddress> nameservers,
    List<String> searches,
    String hostsFile,
    boolean knowsExternalNames) {
  /** Where kubeadm puts the Corefile. */
  public static final ObjectKey CONFIG_MAP =
      new ObjectKey(ConfigMap.KIND, "kube-system", "coredns");

  /** The annotation of a DNS Pod that plays a cluster DNS without ExternalName: {@code "false"}. */
  public static final String EXTERNAL_NAME_ANNOTATION = "kubehop.io/dns-external-name";

  /** Copies the lists. */
  public CoreDnsSettings {
    nameservers = List.copyOf(nameservers);
    searches = List.copyOf(searches);
  }

  /** Settings with which names of a domain are served and nothing else is known. */
  public static CoreDnsSettings of(String clusterDomain, List<IpAddress> nameservers) {
    return new CoreDnsSettings(CONFIG_MAP, clusterDomain, nameservers, List.of(), "", true);
  }

  /** These settings with ExternalName Services known or not. */
  public CoreDnsSettings withExternalNames(boolean known) {
    return new CoreDnsSettings(configMap, clusterDomain, nameservers, searches, hostsFile, known);
  }

  /** The Corefile of kubeadm, less {@code ttl 30} and {@code cache}. */
  public static String builtInCorefile(String clusterDomain) {
    return """
        .:53 {
            errors
            health {
               lameduck 5s
            }
            ready
            kubernetes CLUSTER_DOMAIN in-addr.arpa ip6.arpa {
               pods insecure
               fallthrough in-addr.arpa ip6.arpa
            }
            prometheus :9153
            forward . /etc/resolv.conf {
               max_concurrent 1000
            }
            loop
            reload
            loadbalance
        }
        """
        .replace("CLUSTER_DOMAIN", clusterDomain);
  }
}
