package io.kubehop.scenarios.trace;

import io.kubehop.core.trace.Hop;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Packets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A connection as a sequence diagram of Mermaid, which GitHub renders: a lifeline for each host, an
 * arrow for each stretch of a packet's way, a note for what a host did with it.
 */
public final class TraceMermaid {
  private final Map<String, String> hosts = new LinkedHashMap<>();
  private final List<String> messages = new ArrayList<>();

  private TraceMermaid() {}

  /**
   * The diagram.
   *
   * @param explanation what the last note says
   */
  public static String of(Connection connection, Explanation explanation) {
    TraceMermaid diagram = new TraceMermaid();
    List<List<Hop>> packets = Packets.of(connection.hops());
    Shown.of(packets, connection)
        .forEach((packet, extent) -> diagram.packet(packets.get(packet), extent));
    StringBuilder text = new StringBuilder("sequenceDiagram\n");
    diagram.hosts.forEach(
        (host, id) ->
            text.append("  participant ").append(id).append(" as ").append(host).append('\n'));
    diagram.messages.forEach(message -> text.append("  ").append(message).append('\n'));
    if (!diagram.hosts.isEmpty()) {
      List<String> ids = List.copyOf(diagram.hosts.values());
      text.append("  Note over ")
          .append(ids.get(0))
          .append(ids.size() > 1 ? "," + ids.get(ids.size() - 1) : "")
          .append(": ")
          .append(escaped(explanation.headline()))
          .append('\n');
    }
    return text.toString();
  }

  private void packet(List<Hop> packet, Shown.Extent extent) {
    if (extent == Shown.Extent.MESSAGE) {
      message(packet);
    } else {
      way(packet);
    }
  }

  /** A packet whose way is known is one arrow. */
  private void message(List<Hop> packet) {
    Hop from = packet.get(0);
    Hop to = packet.get(packet.size() - 1);
    messages.add(id(from) + "->>" + id(to) + ": " + escaped(from.place().message()));
  }

  private void way(List<Hop> packet) {
    for (int i = 0; i < packet.size(); i++) {
      Hop hop = packet.get(i);
      if (i > 0) {
        arrow(packet.get(i - 1), hop);
      }
      for (TraceLine line : TraceLines.of(List.of(hop))) {
        if (!line.routine() && !line.stage().equals("send") && !line.stage().equals("route")) {
          messages.add(
              "Note over " + id(hop) + ": " + escaped(line.detail()).replace(" > ", "<br/>> "));
        }
      }
    }
  }

  private void arrow(Hop from, Hop to) {
    messages.add(id(from) + "->>" + id(to) + ": " + escaped(to.place().summary()));
  }

  private String id(Hop hop) {
    return hosts.computeIfAbsent(hop.place().host(), host -> "h" + hosts.size());
  }

  /** Mermaid ends a message at a semicolon, and takes what begins with a hash for a character. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      escaped.append(c == '#' ? "#35;" : c == ';' ? "#59;" : String.valueOf(c));
    }
    return escaped.toString();
  }
}
