package io.kubehop.kubeproxy;

import io.kubehop.core.host.Sysctl;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.text.IptablesSave;
import io.kubehop.core.nftables.NftTable;
import io.kubehop.core.nftables.TableFamily;
import io.kubehop.kubeproxy.node.HealthCheckNodePort;
import io.kubehop.kubeproxy.node.IpvsKernel;
import io.kubehop.kubeproxy.node.NodeKernel;
import io.kubehop.kubeproxy.node.StaleFlows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A node that remembers what its proxy asked for. */
public final class RecordingKernel implements NodeKernel {
  private final List<IpAddress> addresses;

  /** What was written last. */
  public final Map<IpFamily, Ruleset> rules = new EnumMap<>(IpFamily.class);

  /** The nftables table that was written last, by family. */
  public final Map<TableFamily, NftTable> tables = new EnumMap<>(TableFamily.class);

  /** How often was written. */
  public final Map<IpFamily, Integer> writes = new EnumMap<>(IpFamily.class);

  /** What was set. */
  public final Map<Sysctl, Integer> sysctls = new EnumMap<>(Sysctl.class);

  /** Which flows were to be forgotten last. */
  public final Map<IpFamily, StaleFlows> stale = new EnumMap<>(IpFamily.class);

  /** The health check ports. */
  public List<HealthCheckNodePort> healthChecks = new ArrayList<>();

  /** Whether somebody flushed the rules. */
  public boolean flushed;

  /** Whether packets outside of the window are tolerated. */
  public boolean liberal;

  /** Makes a node with these addresses beside those of the loopback interface. */
  public RecordingKernel(List<IpAddress> addresses) {
    this.addresses =
        Stream.concat(Stream.of(IpAddress.LOOPBACK_V4, IpAddress.LOOPBACK_V6), addresses.stream())
            .toList();
  }

  /** The rules as {@code iptables-save} prints them. */
  public String text(IpFamily family) {
    return IptablesSave.print(rules.get(family));
  }

  @Override
  public List<IpAddress> addresses() {
    return addresses;
  }

  @Override
  public void set(Sysctl sysctl, int value) {
    sysctls.put(sysctl, value);
  }

  @Override
  public void program(Ruleset written) {
    rules.put(written.family(), written);
    writes.merge(written.family(), 1, Integer::sum);
    flushed = false;
  }

  @Override
  public void program(NftTable table) {
    tables.put(table.family(), table);
  }

  @Override
  public IpvsKernel ipvs() {
    throw new UnsupportedOperationException("rules are all that is remembered");
  }

  @Override
  public void forget(IpFamily family, StaleFlows flows) {
    stale.put(family, flows);
  }

  @Override
  public void listen(List<HealthCheckNodePort> ports) {
    healthChecks = ports;
  }

  @Override
  public boolean hasRules(IpFamily family) {
    return !flushed;
  }

  @Override
  public boolean isConntrackLiberal() {
    return liberal;
  }
}
