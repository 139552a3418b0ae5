package io.kubehop.core.host;

import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Verdict;
import io.kubehop.core.nftables.NftChain;
import io.kubehop.core.nftables.NftTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One base chain of nftables at a hook. It asks the tables that the host has at the moment.
 *
 * @param host the host
 * @param context what the rules may ask
 * @param table family and name of the table
 * @param chain the chain's name
 * @param priority its place at the hook
 * @param reroutes whether the route of a packet that it changed is looked up again
 * @param arriving the interfaces that packets must come in by; empty for any
 * @param leaving the interfaces that packets must go out by; empty for any
 */
record NftHook(
    Host host,
    HostRuleContext context,
    String table,
    String chain,
    int priority,
    boolean reroutes,
    List<String> arriving,
    List<String> leaving)
    implements HookFunction {

  @Override
  public int run(Flight flight) {
    Skb skb = flight.skb();
    if (!isAmong(arriving, skb.inDevice()) || !isAmong(leaving, skb.outDevice())) {
      return Verdict.ACCEPT;
    }
    NftTable now = host.firewall().nftRuleset().table(table);
    NftChain base = now == null ? null : now.chain(chain);
    if (now == null || base == null) {
      return Verdict.ACCEPT;
    }
    int verdict = context.nftWalk().evaluate(now, base, skb);
    if (verdict == Verdict.ACCEPT && reroutes) {
      return host.path().reroute(flight) ? Verdict.ACCEPT : Verdict.DROP;
    }
    // What cannot be decided goes no further; the network keeps the reason.
    return verdict == Verdict.UNDECIDED ? Verdict.DROP : verdict;
  }

  private static boolean isAmong(List<String> devices, @Nullable String device) {
    return devices.isEmpty() || devices.contains(device);
  }
}
