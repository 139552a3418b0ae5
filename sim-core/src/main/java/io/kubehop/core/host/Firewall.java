package io.kubehop.core.host;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.conntrack.ConnectionTable;
import io.kubehop.core.conntrack.CtState;
import io.kubehop.core.conntrack.NatBinder;
import io.kubehop.core.ipset.IpSets;
import io.kubehop.core.ipvs.Ipvs;
import io.kubehop.core.ipvs.IpvsConnection;
import io.kubehop.core.ipvs.TimerWheel;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.RuleState;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.nftables.NftRuleset;
import io.kubehop.core.nftables.NftState;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.StateDigest;
import java.util.List;

/**
 * The netfilter state of one host: its rules, what stands at its hooks, and the connections that it
 * tracks. A host without rules (most pods) has nothing at its hooks and tracks nothing; connection
 * tracking works only while some rule needs it.
 */
public final class Firewall implements Digestible {
  private static final Ruleset NO_RULES_V4 = Ruleset.empty(IpFamily.IPV4);
  private static final Ruleset NO_RULES_V6 = Ruleset.empty(IpFamily.IPV6);

  private final Host host;
  private final Family v4;
  private final Family v6;
  private final NullableCell<Tracking> tracking;
  private final RefCell<IpSets> sets;
  private final RefCell<NftRuleset> nft;
  private final NullableCell<NftState> nftState;
  private final NullableCell<Ipvs> ipvs;
  private final Packet firstOfEnded = new Packet();

  Firewall(Host host) {
    this.host = host;
    this.v4 = new Family(host, IpFamily.IPV4);
    this.v6 = new Family(host, IpFamily.IPV6);
    this.tracking = new NullableCell<>(host.simulation().journal());
    this.sets = new RefCell<>(host.simulation().journal(), IpSets.NONE);
    this.nft = new RefCell<>(host.simulation().journal(), NftRuleset.EMPTY);
    this.nftState = new NullableCell<>(host.simulation().journal());
    this.ipvs = new NullableCell<>(host.simulation().journal());
  }

  /** What there is once for each address family. */
  private static final class Family {
    final RefCell<Ruleset> rules;
    final RefCell<Ruleset> others;
    final RefCell<Hooks> hooks;
    final NullableCell<RuleState> state;
    final HostRuleContext context;

    Family(Host host, IpFamily family) {
      Journal journal = host.simulation().journal();
      Ruleset none = family == IpFamily.IPV4 ? NO_RULES_V4 : NO_RULES_V6;
      this.rules = new RefCell<>(journal, none);
      this.others = new RefCell<>(journal, none);
      this.hooks = new RefCell<>(journal, Hooks.NONE);
      this.state = new NullableCell<>(journal);
      this.context = new HostRuleContext(host, family);
    }
  }

  /**
   * The tracked connections and what binds their translations, made together when they are first
   * needed.
   */
  private record Tracking(ConnectionTable connections, NatBinder binder) {}

  private Family of(IpFamily family) {
    return family == IpFamily.IPV4 ? v4 : v6;
  }

  /** The iptables rules of a family. */
  public Ruleset rules(IpFamily family) {
    return of(family).rules.get();
  }

  /** The rules that programs put in front of those of {@link #rules}. */
  public Ruleset rulesInFront(IpFamily family) {
    return of(family).others.get();
  }

  /** The IP sets that rules name. */
  public IpSets sets() {
    return sets.get();
  }

  /** Puts other IP sets in place of all. */
  public void setSets(IpSets newSets) {
    if (newSets != sets.get()) {
      sets.set(newSets);
    }
  }

  /** The host's virtual servers; made, and put at the hooks, when they are first asked for. */
  public Ipvs ipvs() {
    Ipvs known = ipvs.get();
    if (known == null) {
      known = new Ipvs(host.simulation(), host.name(), TimerWheel.ON_TIME, this::forgetBalanced);
      ipvs.set(known);
      v4.hooks.set(hooksFor(v4));
      v6.hooks.set(hooksFor(v6));
    }
    return known;
  }

  private void forgetBalanced(IpvsConnection ended) {
    Tracking known = tracking.get();
    if (known != null && !ended.isTemplate()) {
      ended.writeRequest(firstOfEnded);
      known.connections.forgetBegunBy(firstOfEnded);
    }
  }

  /**
   * Puts other rules in place of those of a family, all at once, as iptables-restore does. Known
   * connections stay.
   */
  public void setRules(Ruleset rules) {
    Family family = of(rules.family());
    Ruleset old = family.rules.get();
    if (old == rules) {
      return;
    }
    rules.takeOver(old, ruleState(rules.family()));
    family.rules.set(rules);
    if (hasOtherShape(old, rules)) {
      family.hooks.set(hooksFor(family));
    }
  }

  /**
   * Puts rules in front of those of a family, as programs do that insert theirs at the head of a
   * chain; {@link #setRules} leaves them alone. A packet that they accept goes on to the others.
   *
   * @throws IllegalArgumentException if one is in the table {@code nat}
   */
  public void setRulesInFront(Ruleset rules) {
    if (rules.hasTable(TableName.NAT)) {
      throw new IllegalArgumentException("rules in front may not translate addresses");
    }
    Family family = of(rules.family());
    family.others.set(rules);
    family.hooks.set(hooksFor(family));
  }

  private static boolean hasOtherShape(Ruleset old, Ruleset rules) {
    for (TableName table : TableName.values()) {
      if (old.hasTable(table) != rules.hasTable(table)) {
        return true;
      }
    }
    return old.needsConntrack() != rules.needsConntrack();
  }

  /** The tables of nftables. */
  public NftRuleset nftRuleset() {
    return nft.get();
  }

  /**
   * Puts other tables of nftables in place of all, at once, as {@code nft -f} does. Sets that stay
   * the same keep what packets put into them, and known connections stay.
   */
  public void setNftRuleset(NftRuleset tables) {
    NftRuleset old = nft.get();
    if (old == tables) {
      return;
    }
    nft.set(tables);
    nftState().replaced(old, tables, host.simulation().now());
    if (!old.hasSameHooks(tables)) {
      v4.hooks.set(hooksFor(v4));
      v6.hooks.set(hooksFor(v6));
    }
  }

  NftState nftState() {
    NftState known = nftState.get();
    if (known == null) {
      known = new NftState(host.simulation().journal());
      nftState.set(known);
    }
    return known;
  }

  private Hooks hooksFor(Family family) {
    Hooks.Builder builder =
        HookLayout.of(host, family.rules.get(), family.others.get(), family.context);
    Ipvs balancer = ipvs.get();
    if (balancer != null) {
      IpvsHooks.add(builder, host, balancer);
    }
    return builder.build();
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

  RuleState ruleState(IpFamily family) {
    NullableCell<RuleState> cell = of(family).state;
    RuleState known = cell.get();
    if (known == null) {
      known = new RuleState(host.simulation().journal());
      cell.set(known);
    }
    return known;
  }

  Hooks hooks(boolean isV4) {
    return (isV4 ? v4 : v6).hooks.get();
  }

  /**
   * Makes an answer belong to the connection of the packet that caused it (nf_conntrack_attach).
   */
  void attach(Skb answer, Skb cause) {
    Connection connection = cause.connection();
    if (connection != null) {
      answer.setTracked(connection, CtState.RELATED, !cause.isReply());
    }
  }

  /**
   * A packet has ended; if it had begun a connection that was never confirmed, that is forgotten.
   */
  void forgetUnconfirmed(Skb skb) {
    Connection connection = skb.connection();
    Tracking known = tracking.get();
    if (connection != null && known != null && !skb.isReply()) {
      known.connections.discard(connection);
    }
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(sets.get());
    NftState counted = nftState.get();
    if (counted != null) {
      digest.add(counted);
    }
    Ipvs balancer = ipvs.get();
    if (balancer != null) {
      digest.add(balancer);
    }
    Tracking known = tracking.get();
    if (known != null) {
      digest.add(known.connections);
    }
    for (Family family : List.of(v4, v6)) {
      RuleState kept = family.state.get();
      if (kept != null) {
        digest.add(kept);
      }
    }
  }
}
