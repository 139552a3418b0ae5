package io.kubehop.dns.nodelocal;

/**
 * What an administrator puts into the manifest of NodeLocal DNSCache before it is applied. Where
 * that has not been done it is made up for, with the values of the documentation.
 *
 * @param clusterDomain the cluster's domain
 * @param clusterDns the address of Service {@code kube-dns}
 */
record Placeholders(String clusterDomain, String clusterDns) {
  /** The link-local address of the documentation. */
  private static final String LOCAL_DNS = "169.254.20.10";

  private static final String MARK = "__PILLAR__";

  String fill(String text) {
    return text.contains(MARK)
        ? text.replace("__PILLAR__DNS__DOMAIN__", clusterDomain)
            .replace("__PILLAR__LOCAL__DNS__", LOCAL_DNS)
            .replace("__PILLAR__DNS__SERVER__", clusterDns)
        : text;
  }
}
