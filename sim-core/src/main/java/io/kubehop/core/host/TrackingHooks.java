package io.kubehop.core.host;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.conntrack.ConnectionTable;
import io.kubehop.core.conntrack.CtState;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Verdict;
import io.kubehop.core.trace.Recorder;
import io.kubehop.core.trace.Step;

/**
 * Connection tracking at the hooks (nf_conntrack_proto.c): looked up on the way in, confirmed on
 * the way out.
 */
final class TrackingHooks {
  private TrackingHooks() {}

  /**
   * Looks the packet up, unless a rule excepted it or it was looked up before it went through
   * loopback.
   */
  record LookUp(Host host, ConnectionTable table) implements HookFunction {
    @Override
    public int priority() {
      return HookPriority.CONNTRACK;
    }

    @Override
    public int run(Flight flight) {
      Skb skb = flight.skb();
      if (skb.ctState() == CtState.NONE) {
        table.track(skb);
      }
      Recorder recorder = host.network().recorder();
      if (recorder.isRecording()) {
        recorder.step(new Step.Tracked(skb.ctState().name(), skb.isReply()));
      }
      return Verdict.ACCEPT;
    }
  }

  /**
   * Makes the connection known, once its first packet has got this far. Answers that were attached
   * to it do not count.
   */
  record Confirm(Host host, ConnectionTable table) implements HookFunction {
    @Override
    public int priority() {
      return HookPriority.CONNTRACK_CONFIRM;
    }

    @Override
    public int run(Flight flight) {
      Skb skb = flight.skb();
      Connection connection = skb.connection();
      if (connection == null || skb.isReply() || table.confirm(connection)) {
        return Verdict.ACCEPT;
      }
      Recorder recorder = host.network().recorder();
      if (recorder.isRecording()) {
        recorder.step(new Step.Discarded("another connection has taken its ports"));
      }
      return Verdict.DROP;
    }
  }
}
