package io.kubehop.core.host;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.conntrack.CtState;
import io.kubehop.core.ipvs.Ipvs;
import io.kubehop.core.ipvs.IpvsConnection;
import io.kubehop.core.ipvs.IpvsVerdict;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Verdict;
import io.kubehop.core.trace.Recorder;
import io.kubehop.core.trace.Step;

/**
 * IPVS at the hooks of a host (ip_vs_ops4 in net/netfilter/ipvs/ip_vs_core.c): requests are taken
 * from INPUT and OUTPUT, and replies at INPUT, OUTPUT and FORWARD. What goes to a real server on
 * another host is sent by OUTPUT and POSTROUTING, so that source NAT applies to it.
 */
final class IpvsHooks {
  private IpvsHooks() {}

  /** Puts the functions of IPVS among others. */
  static void add(Hooks.Builder hooks, Host host, Ipvs ipvs) {
    hooks.add(Hook.PREROUTING, new Timers(ipvs));
    hooks.add(Hook.OUTPUT, new Timers(ipvs));
    hooks.add(Hook.INPUT, new Replies(host, ipvs, HookPriority.SOURCE_NAT - 2));
    hooks.add(Hook.INPUT, new Requests(host, ipvs, HookPriority.SOURCE_NAT - 1, false));
    hooks.add(Hook.OUTPUT, new Replies(host, ipvs, HookPriority.DESTINATION_NAT + 1));
    hooks.add(Hook.OUTPUT, new Requests(host, ipvs, HookPriority.DESTINATION_NAT + 2, false));
    hooks.add(Hook.FORWARD, new Requests(host, ipvs, HookPriority.SOURCE_NAT - 1, true));
    hooks.add(Hook.FORWARD, new Replies(host, ipvs, HookPriority.SOURCE_NAT));
  }

  /** Connections that have ended take their entries in connection tracking with them. */
  private record Timers(Ipvs ipvs) implements HookFunction {
    @Override
    public int priority() {
      return HookPriority.CONNTRACK - 1;
    }

    @Override
    public int run(Flight flight) {
      ipvs.advance();
      return Verdict.ACCEPT;
    }
  }

  /**
   * Packets to virtual servers.
   *
   * @param errorsOnly whether only ICMP errors are looked at, as where packets are routed
   */
  private record Requests(Host host, Ipvs ipvs, int priority, boolean errorsOnly)
      implements HookFunction {
    @Override
    public int run(Flight flight) {
      Recorder recorder = host.network().recorder();
      FiveTuple before = recorder.isRecording() ? flight.packet().fiveTuple() : null;
      boolean known = flight.isTracked();
      IpvsVerdict verdict = errorsOnly ? ipvs.forwardedError(flight) : ipvs.in(flight);
      switch (verdict) {
        case ACCEPT -> {
          return Verdict.ACCEPT;
        }
        case DROP -> {
          if (recorder.isRecording()) {
            recorder.step(new Step.Discarded("its IPVS connection has lost its real server"));
          }
          return Verdict.DROP;
        }
        case REFUSE -> {
          host.path().errors().noServer(flight, noServer(flight));
          return Verdict.DROP;
        }
        case FORWARD -> {
          if (before != null) {
            recorder.step(balanced(flight, before, known));
          }
          return forward(flight);
        }
      }
      return Verdict.ACCEPT;
    }

    private static String noServer(Flight flight) {
      SocketAddress to = flight.packet().fiveTuple().destinationSocket();
      return "IPVS: no real server for " + to;
    }

    private int forward(Flight flight) {
      IpvsConnection connection = flight.ipvsConnection();
      if (connection != null) {
        leadReplies(flight.skb(), connection);
      }
      // What is sent on has ended its way here.
      return host.path().sendOn(flight) ? Verdict.ACCEPT : Verdict.DROP;
    }

    private Step balanced(Flight flight, FiveTuple before, boolean known) {
      return BalancedStep.of(ipvs, flight, before, known);
    }
  }

  /** Packets from real servers. */
  private record Replies(Host host, Ipvs ipvs, int priority) implements HookFunction {
    @Override
    public int run(Flight flight) {
      Recorder recorder = host.network().recorder();
      if (flight.ipvsConnection() != null) {
        return Verdict.ACCEPT;
      }
      FiveTuple before = recorder.isRecording() ? flight.packet().fiveTuple() : null;
      ipvs.out(flight);
      IpvsConnection connection = flight.ipvsConnection();
      if (connection == null) {
        return Verdict.ACCEPT;
      }
      if (!connection.usesConntrack()) {
        untrack(flight.skb());
      }
      if (before != null && flight.packet().quoted() == null) {
        recorder.step(new Step.Translated(before, flight.packet().fiveTuple(), true));
      }
      return Verdict.ACCEPT;
    }
  }

  /**
   * Has connection tracking expect replies from the real server, so that source NAT may follow; or,
   * without {@code net.ipv4.vs.conntrack}, leaves it out (ip_vs_nat_send_or_cont).
   */
  private static void leadReplies(Skb skb, IpvsConnection connection) {
    Connection tracked = skb.connection();
    if (!connection.usesConntrack()) {
      untrack(skb);
    } else if (tracked != null && skb.packet().quoted() == null) {
      tracked.alterReplySource(
          connection.server().addressHigh(),
          connection.server().addressLow(),
          connection.serverPort());
    }
  }

  private static void untrack(Skb skb) {
    skb.setTracked(null, CtState.UNTRACKED, false);
  }
}
