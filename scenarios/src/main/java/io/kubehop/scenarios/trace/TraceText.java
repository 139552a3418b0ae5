package io.kubehop.scenarios.trace;

import io.kubehop.core.trace.Hop;
import io.kubehop.dns.resolver.NameCost;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Packets;
import io.kubehop.scenarios.connection.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A connection for people: what was asked, the way of its first packet and of the answer to it, hop
 * by hop, and what came of it.
 */
public final class TraceText {
  static final String IPTABLES = "iptables";
  static final String NFTABLES = "nftables";

  private static final String INDENT = "  ";

  private final Connection connection;
  private final Explanation explanation;
  private final Origins origins;
  private final List<String> lines = new ArrayList<>();

  private TraceText(Connection connection, Explanation explanation, Origins origins) {
    this.connection = connection;
    this.explanation = explanation;
    this.origins = origins;
  }

  /** The text of a connection, as lines. */
  public static List<String> lines(
      Connection connection, Explanation explanation, Origins origins) {
    TraceText text = new TraceText(connection, explanation, origins);
    text.write();
    return text.lines;
  }

  private void write() {
    lines.add("Request  " + connection.request());
    boolean everyWay = connection.ways().stream().anyMatch(way -> !way.hops().isEmpty());
    if (everyWay) {
      connection.ways().forEach(this::way);
    } else {
      hops(connection.hops());
    }
    lines.add("");
    lines.addAll(explanation.lines());
  }

  private void way(Way way) {
    lines.add("");
    lines.add("Way      " + Shares.percent(way.share()) + "  " + Endings.text(way.ending()));
    hops(way.hops());
  }

  private void hops(List<Hop> hops) {
    if (hops.isEmpty()) {
      return;
    }
    long begun = hops.get(0).place().time();
    List<List<Hop>> all = Packets.of(hops);
    int lookUps = Packets.lookUps(all);
    List<List<Hop>> packets = all.subList(lookUps, all.size());
    Table table = new Table();
    if (lookUps > 0) {
      resolution(hops.get(0), table);
    }
    int shown = 0;
    for (Map.Entry<Integer, Shown.Extent> each : Shown.of(packets, connection).entrySet()) {
      int packet = each.getKey();
      if (packet > shown) {
        skipped(packet - shown, table);
      }
      shown = packet + 1;
      if (each.getValue() == Shown.Extent.WAY) {
        rows(told(TraceLines.of(packets.get(packet)), packet), begun, table);
      } else {
        message(packets.get(packet), begun, table);
      }
    }
    lines.add("");
    lines.addAll(table.lines(INDENT));
  }

  /** A packet whose way is known: who sent it, and who got it. */
  private void message(List<Hop> packet, long begun, Table table) {
    int last = packet.size() - 1;
    rows(told(TraceLines.of(packet.subList(0, 1)), last), begun, table);
    if (last > 1) {
      String between =
          packet.subList(1, last).stream()
              .map(hop -> hop.place().host())
              .collect(Collectors.joining(", "));
      table.row("", "", "", "… by " + between + ", the same way");
    }
    if (last > 0) {
      rows(told(TraceLines.of(packet.subList(last, last + 1)), last), begun, table);
    }
  }

  /** The look-up of the name in one line; its packets would hide those of the connection. */
  private void resolution(Hop first, Table table) {
    connection
        .made()
        .get(0)
        .resolution()
        .ifPresent(
            found -> {
              String host = first.place().host();
              table.row(Times.aligned(0), host, "resolve", found.detail());
              table.row("", "", "", "  " + found.addresses());
              if (!found.queries().isEmpty()) {
                table.row("", "", "", "  " + NameCost.of(found).summary());
              }
            });
  }

  /**
   * What a reader takes for granted is left out, but for the rules that let the first packet pass.
   */
  private static List<TraceLine> told(List<TraceLine> lines, int packet) {
    return lines.stream()
        .filter(
            line ->
                !line.routine() || !line.walk().isEmpty() || (packet == 0 && isTable(line.stage())))
        .toList();
  }

  private static boolean isTable(String stage) {
    return stage.equals(IPTABLES) || stage.equals(NFTABLES);
  }

  private static void skipped(int packets, Table table) {
    table.row(
        "",
        "",
        "",
        "… " + packets + (packets == 1 ? " packet" : " packets") + " along the same way");
  }

  private void rows(List<TraceLine> packet, long begun, Table table) {
    String host = "";
    long time = -1;
    for (TraceLine line : packet) {
      boolean sameHop = line.host().equals(host) && line.time() == time;
      String shownTime = sameHop ? "" : Times.aligned(line.time() - begun);
      table.row(shownTime, sameHop ? "" : line.host(), line.stage(), line.detail());
      line.rule().ifPresent(rule -> table.row("", "", "", "  by " + rule));
      line.origin().ifPresent(origin -> table.row("", "", "", "  for " + origins.describe(origin)));
      line.walk().forEach(rule -> table.row("", "", "", "  " + rule));
      host = line.host();
      time = line.time();
    }
  }
}
