package io.kubehop.testkit;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.cluster.NotPossibleException;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.connection.Way;
import io.kubehop.scenarios.trace.Table;
import io.kubehop.testkit.Reachability.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cells of a table of who reaches what. */
final class Reach {
  private Reach() {}

  /** Makes a connection, and says what came of it. */
  static Cell of(ClusterSimulation cluster, String name, Request request) {
    String client = request.source().toString();
    try {
      Connection connection = cluster.send(request);
      return new Cell(
          client,
          name,
          connection.outcomes().stream().map(Outcome::toString).toList(),
          connection.pods().isEmpty()
              ? connection.endpoints().stream().map(SocketAddress::toString).toList()
              : connection.pods(),
          sources(connection));
    } catch (NotPossibleException impossible) {
      return new Cell(client, name, List.of("not possible"), List.of(), List.of());
    }
  }

  /** The addresses that endpoints see where it is not the client's own. */
  private static List<String> sources(Connection connection) {
    return connection.ways().stream()
        .map(Way::ending)
        .filter(ending -> ending.sourceNAT().orElse(false))
        .flatMap(ending -> ending.sourceIP().stream())
        .map(IpAddress::toString)
        .distinct()
        .sorted()
        .toList();
  }

  /** A row for each client, a column for each destination. */
  static String table(List<Cell> cells) {
    Set<String> destinations = new LinkedHashSet<>();
    Map<String, Map<String, Cell>> rows = new LinkedHashMap<>();
    for (Cell cell : cells) {
      destinations.add(cell.destination());
      rows.computeIfAbsent(cell.client(), client -> new LinkedHashMap<>())
          .put(cell.destination(), cell);
    }
    Table table = new Table();
    List<String> head = new ArrayList<>(List.of("FROM"));
    head.addAll(destinations);
    table.row(head.toArray(String[]::new));
    rows.forEach((client, row) -> table.row(row(client, row, destinations)));
    return String.join("\n", table.lines(""));
  }

  private static String[] row(String client, Map<String, Cell> row, Set<String> destinations) {
    List<String> texts = new ArrayList<>(List.of(client));
    for (String destination : destinations) {
      Cell cell = row.get(destination);
      texts.add(cell == null ? "" : cell.toString());
    }
    return texts.toArray(String[]::new);
  }
}
