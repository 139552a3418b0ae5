package io.kubehop.kernel;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A real node with its Pods and one client outside: a network namespace each, joined to the node by
 * veth pairs, as {@code io.kubehop.service.node} wires them. The node's end of a Pod's pair is
 * called {@code veth-NAME} and has no address; the client is behind {@code eth0}, as everything
 * that the node has no other route to. Neighbours are given, so that nothing waits for ARP.
 */
final class Lab implements AutoCloseable {
  static final String UPLINK = "eth0";

  private final Namespaces namespaces = new Namespaces();
  private final Map<String, AgentProcess> agents = new LinkedHashMap<>();
  private final IpFamily family;
  private final Backend backend;
  private final String node;
  private @Nullable NodeShell shell;

  private Lab(Machine nodeMachine, Backend backend) {
    this.family = IpAddress.parse(nodeMachine.address()).isV4() ? IpFamily.IPV4 : IpFamily.IPV6;
    this.backend = backend;
    this.node = namespaces.add(nodeMachine.name());
  }

  /** Where the node's rules are. */
  Backend backend() {
    return backend;
  }

  /** Builds it and has every machine serve. */
  static Lab open(Machine node, Machine client, List<Machine> pods) {
    return open(node, client, pods, Kernel.backend());
  }

  /** Builds it, with the rules of the node in one of the kernel's back ends. */
  static Lab open(Machine node, Machine client, List<Machine> pods, Backend backend) {
    Lab lab = new Lab(node, backend);
    try {
      lab.build(node, client, pods);
      return lab;
    } catch (IOException e) {
      lab.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      lab.close();
      throw e;
    }
  }

  private void build(Machine nodeMachine, Machine client, List<Machine> pods) throws IOException {
    prepare(node);
    inside(
        node,
        "echo 1 > /proc/sys/net/ipv4/ip_forward",
        "echo 1 > /proc/sys/net/ipv6/conf/all/forwarding");
    shell = new NodeShell(node);
    agents.put(nodeMachine.name(), new AgentProcess(node));
    plug(client, UPLINK, 1);
    inside(
        node,
        ip("addr add " + host(nodeMachine) + " dev eth0"),
        ip("route add default via " + client.address() + " dev eth0 onlink"));
    for (int i = 0; i < pods.size(); i++) {
      plug(pods.get(i), "veth-" + pods.get(i).name(), i + 2);
    }
    List<Machine> all = new ArrayList<>(pods);
    all.add(0, client);
    all.add(0, nodeMachine);
    all.forEach(each -> agent(each).listen(each.name(), each.addresses(), each.ports()));
    all.forEach(each -> agent(each).read(1));
  }

  private AgentProcess agent(Machine machine) {
    return agents.get(machine.name());
  }

  /** Makes a machine's namespace and joins it to the node. */
  private void plug(Machine machine, String device, int number) throws IOException {
    String namespace = namespaces.add(machine.name());
    String ours = String.format(Locale.ROOT, "02:00:00:00:01:%02x", number);
    String theirs = String.format(Locale.ROOT, "02:00:00:00:02:%02x", number);
    prepare(namespace);
    inside(
        node,
        String.format(
            "ip link add %s address %s type veth peer name eth0 address %s netns %s",
            device, ours, theirs, namespace),
        "ip link set " + device + " up",
        ip("route add " + host(machine) + " dev " + device),
        ip("neigh add " + machine.address() + " lladdr " + theirs + " dev " + device));
    inside(
        namespace,
        "ip link set eth0 up",
        ip("addr add " + host(machine) + " dev eth0"),
        ip("neigh add " + gateway() + " lladdr " + ours + " dev eth0"),
        ip("route add default via " + gateway() + " dev eth0 onlink"));
    agents.put(machine.name(), new AgentProcess(namespace));
  }

  /**
   * What every machine is like: no reverse path filter, no link-local addresses, as the model has
   * none, no duplicate address detection to wait for, and refusals that do not depend on how many
   * there were just before.
   */
  private static void prepare(String namespace) {
    inside(
        namespace,
        "cd /proc/sys/net",
        "for i in all default; do echo 0 > ipv4/conf/$i/rp_filter; done",
        "for i in all default; do echo 0 > ipv6/conf/$i/accept_dad; done",
        "for i in all default; do echo 1 > ipv6/conf/$i/addr_gen_mode; done",
        "echo 0 > ipv4/icmp_ratelimit",
        "echo 0 > ipv6/icmp/ratelimit",
        "ip link set lo up");
  }

  private String ip(String command) {
    return (family == IpFamily.IPV4 ? "ip " : "ip -6 ") + command;
  }

  private String gateway() {
    return family == IpFamily.IPV4 ? "169.254.1.1" : "fe80::1";
  }

  private static String host(Machine machine) {
    return machine.address() + (machine.address().contains(":") ? "/128" : "/32");
  }

  private static void inside(String namespace, String... lines) {
    Shell.run(Kernel.in(namespace, "sh", "-e", "-c", String.join("\n", lines)));
  }

  /** Changes a kernel setting of the node, such as {@code net/ipv4/ip_forward}. */
  void sysctl(String key, int value) {
    inside(node, "echo " + value + " > /proc/sys/" + key);
  }

  /** Puts rules in place of those of all tables in the text. */
  void load(String rules) {
    Objects.requireNonNull(shell).run(backend.program(family, "restore"), rules);
  }

  /** Puts the elements of sets in place of all there are; the sets stay, for rules name them. */
  void loadSets(String sets) {
    Objects.requireNonNull(shell).run("ipset flush && ipset -exist restore", sets);
  }

  /** Puts tables of nftables in place of all; returns them as the tool lists them. */
  String loadTables(String tables) {
    Objects.requireNonNull(shell).run("nft -f -", "flush ruleset\n" + tables);
    return Shell.run(Kernel.in(node, "nft", "list", "ruleset"));
  }

  /** Has the node forget every connection. */
  void forgetConnections() {
    Objects.requireNonNull(shell)
        .run("conntrack -F 2>/dev/null; conntrack -F -f ipv6 2>/dev/null; :", "");
  }

  /**
   * Makes calls, all at the same time.
   *
   * @param patience milliseconds
   * @return the answers in the order of the calls
   */
  List<Answer> call(List<RealCall> calls, int patience) {
    Map<String, List<RealCall>> byCaller = new LinkedHashMap<>();
    calls.forEach(
        call -> byCaller.computeIfAbsent(call.from(), name -> new ArrayList<>()).add(call));
    byCaller.forEach((name, theirs) -> agents.get(name).call(theirs, patience));
    Map<RealCall, Answer> answers = new LinkedHashMap<>();
    byCaller.forEach(
        (name, theirs) -> {
          List<String> lines = agents.get(name).read(theirs.size());
          for (int i = 0; i < lines.size(); i++) {
            answers.put(theirs.get(i), Answer.parse(lines.get(i)));
          }
        });
    return calls.stream().map(answers::get).toList();
  }

  @Override
  public void close() {
    agents.values().forEach(AgentProcess::close);
    if (shell != null) {
      shell.close();
    }
    namespaces.close();
  }
}
