package io.kubehop.core.host;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.conntrack.CtState;
import io.kubehop.core.conntrack.NatBinder;
import io.kubehop.core.conntrack.NatKind;
import io.kubehop.core.conntrack.Translator;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Verdict;
import io.kubehop.core.trace.Recorder;
import io.kubehop.core.trace.Step;
import java.util.List;

/**
 * NAT at a hook (nf_nat_inet_fn): for the first packet of a connection the nat tables are asked, in
 * their order; for every packet the connection's translation is applied.
 *
 * @param host the host
 * @param binder decides translations
 * @param kind which end is rewritten here
 * @param tables the nat tables that have a chain here
 */
record NatHook(Host host, NatBinder binder, NatKind kind, List<HookFunction> tables)
    implements HookFunction {

  @Override
  public int priority() {
    return kind == NatKind.SOURCE ? HookPriority.SOURCE_NAT : HookPriority.DESTINATION_NAT;
  }

  @Override
  public int run(Flight flight) {
    Skb skb = flight.skb();
    Connection connection = skb.connection();
    if (connection == null) {
      return Verdict.ACCEPT;
    }
    boolean first = skb.ctState() == CtState.NEW || skb.ctState() == CtState.RELATED;
    if (first && !connection.isNatDone(kind)) {
      int verdict = ask(flight, connection);
      if (verdict != Verdict.ACCEPT) {
        return verdict;
      }
    }
    translate(skb);
    return Verdict.ACCEPT;
  }

  private int ask(Flight flight, Connection connection) {
    for (int i = 0; i < tables.size(); i++) {
      int verdict = tables.get(i).run(flight);
      if (verdict != Verdict.ACCEPT) {
        return verdict;
      }
      if (connection.isNatDone(kind)) {
        return Verdict.ACCEPT;
      }
    }
    binder.bindNothing(connection, kind);
    return Verdict.ACCEPT;
  }

  private void translate(Skb skb) {
    Recorder recorder = host.network().recorder();
    if (!recorder.isRecording()) {
      Translator.apply(skb, kind);
      return;
    }
    FiveTuple before = skb.packet().fiveTuple();
    Translator.apply(skb, kind);
    FiveTuple after = skb.packet().fiveTuple();
    if (!after.equals(before)) { // over loopback a packet is translated once and passes here twice
      recorder.step(new Step.Translated(before, after, skb.isReply()));
    }
  }
}
