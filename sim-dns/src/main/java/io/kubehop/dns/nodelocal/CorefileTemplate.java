package io.kubehop.dns.nodelocal;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Fills the gaps that a node-cache finds in its Corefile when it starts, and adds a block for each
 * stub domain (cmd/node-cache/app/configmap.go).
 *
 * @param placeholders those that are filled in before the manifest is applied
 * @param arguments how it was started
 * @param upstream the address of the upstream Service; {@code <nil>} if it has none, with which the
 *     server does not start
 * @param nameservers {@code upstreamNameservers} of ConfigMap {@code kube-dns}
 * @param stubDomains {@code stubDomains} of that ConfigMap
 */
record CorefileTemplate(
    Placeholders placeholders,
    NodeCacheArguments arguments,
    String upstream,
    List<String> nameservers,
    Map<String, List<String>> stubDomains)
    implements UnaryOperator<String> {

  @Override
  public String apply(String text) {
    String outside = nameservers.isEmpty() ? "/etc/resolv.conf" : String.join(" ", nameservers);
    String filled =
        text.replace("__PILLAR__UPSTREAM__SERVERS__", outside)
            .replace("__PILLAR__CLUSTER__DNS__", upstream)
            .replace("__PILLAR__LOCAL__DNS__:", arguments.localIps().get(0) + ":")
            .replace("__PILLAR__LOCAL__DNS__", arguments.bindList())
            .replace("__PILLAR__DNS__SERVER__", "");
    StringBuilder corefile = new StringBuilder(placeholders.fill(filled));
    stubDomains.forEach((domain, servers) -> corefile.append(stub(domain, servers)));
    return corefile.toString();
  }

  private String stub(String domain, List<String> servers) {
    return "\n"
        + domain
        + ":53 {\n    errors\n    cache 30\n    bind "
        + arguments.bindList()
        + "\n    forward . "
        + String.join(" ", servers)
        + "\n}\n";
  }
}
