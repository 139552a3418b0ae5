package io.kubehop.dns.resolver;

import io.kubehop.core.net.IpAddress;
import io.kubehop.service.api.HostAlias;
import io.kubehop.service.api.Pod;
import java.util.ArrayList;
import java.util.List;

/**
 * The content of {@code /etc/hosts}.
 *
 * @param lines an address and its names in each
 */
public record HostsFile(List<Line> lines) {
  private static final List<Line> LOOPBACK =
      List.of(
          new Line(IpAddress.LOOPBACK_V4, List.of("localhost")),
          new Line(IpAddress.LOOPBACK_V6, List.of("localhost", "ip6-localhost", "ip6-loopback")));

  /** Copies the lines. */
  public HostsFile {
    lines = List.copyOf(lines);
  }

  /** One line. */
  public record Line(IpAddress address, List<String> names) {

    /** Copies the names. */
    public Line {
      names = List.copyOf(names);
    }

    @Override
    public String toString() {
      return address + "\t" + String.join("\t", names);
    }
  }

  /** The file of a host that knows only itself. */
  public static HostsFile ofNode(String name, List<IpAddress> addresses) {
    List<Line> lines = new ArrayList<>(LOOPBACK);
    addresses.forEach(address -> lines.add(new Line(address, List.of(name))));
    return new HostsFile(lines);
  }

  /**
   * The file that a kubelet writes for a Pod (pkg/kubelet/kubelet_pods.go): its own host name, and
   * its aliases. A Pod on the host's network has the node's file instead of its own name.
   */
  public static HostsFile ofPod(Pod pod, String clusterDomain, HostsFile node) {
    List<Line> lines = new ArrayList<>();
    if (pod.spec().hostNetwork()) {
      lines.addAll(node.lines);
    } else {
      lines.addAll(LOOPBACK);
      for (String address : pod.status().podIPs()) {
        if (IpAddress.isAddress(address)) {
          lines.add(new Line(IpAddress.parse(address), ownNames(pod, clusterDomain)));
        }
      }
    }
    for (HostAlias alias : pod.spec().hostAliases()) {
      if (IpAddress.isAddress(alias.ip())) {
        lines.add(new Line(IpAddress.parse(alias.ip()), alias.hostnames()));
      }
    }
    return new HostsFile(lines);
  }

  private static List<String> ownNames(Pod pod, String clusterDomain) {
    String given = pod.spec().hostname();
    String name = given.isEmpty() ? pod.metadata().name() : given;
    if (pod.spec().subdomain().isEmpty()) {
      return List.of(name);
    }
    String domain =
        pod.spec().subdomain() + "." + pod.metadata().namespace() + ".svc." + clusterDomain;
    return List.of(name + "." + domain, name);
  }

  /** The addresses of a name, without regard to case, in the order of the file. */
  public List<IpAddress> addresses(String name) {
    List<IpAddress> found = new ArrayList<>();
    for (Line line : lines) {
      if (line.names.stream().anyMatch(name::equalsIgnoreCase) && !found.contains(line.address)) {
        found.add(line.address);
      }
    }
    return found;
  }

  /** The text of the file. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
