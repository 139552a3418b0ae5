package io.kubehop.core.host;

import io.kubehop.core.conntrack.ConnectionTable;
import io.kubehop.core.conntrack.NatKind;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What stands at the hooks of a host for one address family: the chains of nftables and iptables,
 * connection tracking, and NAT. Of functions with the same priority the one that was registered
 * last runs first (nf_hook_entries_grow in net/netfilter/core.c); the tables of iptables count as
 * registered first.
 */
final class HookLayout {
  private static final Comparator<HookFunction> IN_ORDER =
      Comparator.comparingInt(HookFunction::priority);

  private final Host host;
  private final Ruleset rules;
  private final Ruleset inFront;
  private final HostRuleContext context;
  private final NftHooks nft;
  private final Hooks.Builder builder = new Hooks.Builder();

  private HookLayout(Host host, Ruleset rules, Ruleset inFront, HostRuleContext context) {
    this.host = host;
    this.rules = rules;
    this.inFront = inFront;
    this.context = context;
    this.nft = new NftHooks(host, context, rules.family());
  }

  /** Adds all but what balances. */
  static Hooks.Builder of(Host host, Ruleset rules, Ruleset inFront, HostRuleContext context) {
    HookLayout layout = new HookLayout(host, rules, inFront, context);
    layout.addChains();
    layout.addTables();
    layout.addTracking();
    return layout.builder;
  }

  private void addChains() {
    boolean natBefore = rules.hasTable(TableName.NAT);
    nft.addTo(builder, natBefore ? () -> {} : this::addNat);
    if (natBefore) {
      addNat();
    }
  }

  private void addTables() {
    Firewall firewall = host.firewall();
    for (TableName table : TableName.values()) {
      if (inFront.hasTable(table)) {
        addTable(table, firewall::rulesInFront);
      }
      if (rules.hasTable(table) && table != TableName.NAT) {
        addTable(table, firewall::rules);
      }
    }
  }

  private void addTable(TableName table, Function<IpFamily, Ruleset> from) {
    int priority = IptablesHook.priorityOf(table);
    for (Hook hook : table.hooks()) {
      builder.add(hook, new IptablesHook(from, context, table, priority));
    }
    if (table == TableName.MANGLE) {
      builder.add(Hook.OUTPUT, new RerouteHook(host, priority + 1));
    }
  }

  private void addTracking() {
    IpFamily family = rules.family();
    boolean needed =
        rules.needsConntrack()
            || inFront.needsConntrack()
            || host.firewall().nftRuleset().needsConntrack(family);
    if (!needed) {
      return;
    }
    ConnectionTable table = host.firewall().connections();
    for (Hook hook : List.of(Hook.PREROUTING, Hook.OUTPUT)) {
      builder.add(hook, new TrackingHooks.LookUp(host, table));
    }
    for (Hook hook : List.of(Hook.INPUT, Hook.POSTROUTING)) {
      builder.add(hook, new TrackingHooks.Confirm(host, table));
    }
  }

  private void addNat() {
    Map<Hook, List<HookFunction>> asked = new EnumMap<>(Hook.class);
    for (Hook hook : TableName.NAT.hooks()) {
      List<HookFunction> chains = new ArrayList<>(nft.natChains(hook));
      if (rules.hasTable(TableName.NAT)) {
        int priority =
            kind(hook) == NatKind.SOURCE ? HookPriority.SOURCE_NAT : HookPriority.DESTINATION_NAT;
        chains.add(new IptablesHook(host.firewall()::rules, context, TableName.NAT, priority));
      }
      chains.sort(IN_ORDER);
      asked.put(hook, List.copyOf(chains));
    }
    asked.forEach(
        (hook, chains) ->
            builder.add(hook, new NatHook(host, host.firewall().binder(), kind(hook), chains)));
    builder.add(Hook.OUTPUT, new RerouteHook(host, HookPriority.DESTINATION_NAT + 1));
  }

  private static NatKind kind(Hook hook) {
    return hook == Hook.PREROUTING || hook == Hook.OUTPUT ? NatKind.DESTINATION : NatKind.SOURCE;
  }
}
