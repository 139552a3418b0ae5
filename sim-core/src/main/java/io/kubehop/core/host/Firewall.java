package io.kubehop.core.host;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.conntrack.ConnectionTable;
import io.kubehop.core.conntrack.CtState;
import io.kubehop.core.conntrack.NatBinder;
import io.kubehop.core.conntrack.NatKind;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.RuleState;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.StateDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The netfilter state of one host: its rules, what stands at its hooks, and the connections that it tracks. A host without rules (most
 * pods) has nothing at its hooks and tracks nothing; connection tracking works only while some rule needs it.
 */
public final class Firewall implements Digestible {
  private final Host host;
  private final RefCell<Ruleset> rulesV4;
  private final RefCell<Ruleset> rulesV6;
  private final RefCell<Hooks> hooksV4;
  private final RefCell<Hooks> hooksV6;
  private final NullableCell<Tracking> tracking;
  private final NullableCell<RuleState> ruleState;
  private final HostRuleContext context;

  Firewall(Host host) {
    this.host = host;
    Journal journal = host.simulation().journal();
    this.rulesV4 = new RefCell<>(journal, Ruleset.empty(IpFamily.IPV4));
    this.rulesV6 = new RefCell<>(journal, Ruleset.empty(IpFamily.IPV6));
    this.hooksV4 = new RefCell<>(journal, Hooks.NONE);
    this.hooksV6 = new RefCell<>(journal, Hooks.NONE);
    this.tracking = new NullableCell<>(journal);
    this.ruleState = new NullableCell<>(journal);
    this.context = new HostRuleContext(host);
  }

  /** The tracked connections and what binds their translations, made together when they are first needed. */
  private record Tracking(ConnectionTable connections, NatBinder binder) {}

  /** The iptables rules of a family. */
  public Ruleset rules(IpFamily family) {
    return family == IpFamily.IPV4 ? rulesV4.get() : rulesV6.get();
  }

  /** Puts other rules in place of those of a family, all at once, as iptables-restore does. Known connections stay. */
  public void setRules(Ruleset rules) {
    boolean v4 = rules.family() == IpFamily.IPV4;
    RefCell<Ruleset> cell = v4 ? rulesV4 : rulesV6;
    Ruleset old = cell.get();
    if (old == rules) {
      return;
    }
    rules.takeOver(old, ruleState());
    cell.set(rules);
    if (hasOtherShape(old, rules)) {
      (v4 ? hooksV4 : hooksV6).set(hooksFor(rules));
    }
  }

  private static boolean hasOtherShape(Ruleset old, Ruleset rules) {
    for (TableName table : TableName.values()) {
      if (old.hasTable(table) != rules.hasTable(table)) {
        return true;
      }
    }
    return old.needsConntrack() != rules.needsConntrack();
  }

  private Hooks hooksFor(Ruleset rules) {
    Hooks.Builder builder = new Hooks.Builder();
    for (TableName table : TableName.values()) {
      if (rules.hasTable(table) && table != TableName.NAT) {
        addTable(builder, table);
      }
    }
    if (rules.needsConntrack()) {
      addTracking(builder, rules.hasTable(TableName.NAT));
    }
    return builder.build();
  }

  private void addTable(Hooks.Builder builder, TableName table) {
    int priority = IptablesHook.priorityOf(table);
    for (Hook hook : table.hooks()) {
      builder.add(hook, new IptablesHook(this, context, table, priority));
    }
    if (table == TableName.MANGLE) {
      builder.add(Hook.OUTPUT, new RerouteHook(host, priority + 1));
    }
  }

  private void addTracking(Hooks.Builder builder, boolean withNat) {
    ConnectionTable table = connections();
    for (Hook hook : List.of(Hook.PREROUTING, Hook.OUTPUT)) {
      builder.add(hook, new TrackingHooks.LookUp(host, table));
    }
    for (Hook hook : List.of(Hook.INPUT, Hook.POSTROUTING)) {
      builder.add(hook, new TrackingHooks.Confirm(host, table));
    }
    if (withNat) {
      builder.add(Hook.PREROUTING, nat(NatKind.DESTINATION));
      builder.add(Hook.INPUT, nat(NatKind.SOURCE));
      builder.add(Hook.OUTPUT, nat(NatKind.DESTINATION));
      builder.add(Hook.OUTPUT, new RerouteHook(host, HookPriority.DESTINATION_NAT + 1));
      builder.add(Hook.POSTROUTING, nat(NatKind.SOURCE));
    }
  }

  private NatHook nat(NatKind kind) {
    HookFunction table =
        new IptablesHook(this, context, TableName.NAT, HookPriority.DESTINATION_NAT);
    return new NatHook(host, binder(), kind, List.of(table));
  }

  /** The tracked connections; made when they are first asked for. */
  public ConnectionTable connections() {
    return tracking().connections;
  }

  NatBinder binder() {
    return tracking().binder;
  }

  private Tracking tracking() {
    Tracking known = tracking.get();
    if (known == null) {
      ConnectionTable table = new ConnectionTable(host.simulation());
      known = new Tracking(table, new NatBinder(host.simulation(), table, host.name() + "/nat"));
      tracking.set(known);
    }
    return known;
  }

  RuleState ruleState() {
    RuleState known = ruleState.get();
    if (known == null) {
      known = new RuleState(host.simulation().journal());
      ruleState.set(known);
    }
    return known;
  }

  Hooks hooks(boolean v4) {
    return v4 ? hooksV4.get() : hooksV6.get();
  }

  /** Makes an answer belong to the connection of the packet that caused it (nf_conntrack_attach). */
  void attach(Skb answer, Skb cause) {
    Connection connection = cause.connection();
    if (connection != null) {
      answer.setTracked(connection, CtState.RELATED, !cause.isReply());
    }
  }

  /** A packet has ended; if it had begun a connection that was never confirmed, that is forgotten. */
  void forgetUnconfirmed(Skb skb) {
    Connection connection = skb.connection();
    Tracking known = tracking.get();
    if (connection != null && known != null && !skb.isReply()) {
      known.connections.discard(connection);
    }
  }

  @Override
  public void digestTo(StateDigest digest) {
    Tracking known = tracking.get();
    if (known != null) {
      digest.add(known.connections);
    }
    @Nullable RuleState counted = ruleState.get();
    if (counted != null) {
      digest.add(counted);
    }
  }
}
