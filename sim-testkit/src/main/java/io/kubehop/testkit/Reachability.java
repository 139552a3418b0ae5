package io.kubehop.testkit;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.testkit.internal.Targets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who reaches what in a cluster: a table with a row for each client and a column for each Service.
 *
 * <pre>{@code
 * Reachability before = Reachability.of(cluster);
 * cluster.apply(Path.of("k8s/network-change.yaml"));
 * assertThat(before.changesTo(Reachability.of(cluster))).isEmpty();
 * }</pre>
 *
 * <p>Each cell is one connection that is really made: affinity and connection tracking remember it.
 */
public final class Reachability {
  private final Map<String, Cell> cells = new LinkedHashMap<>();

  /**
   * One client and one destination.
   *
   * @param client who calls, such as {@code pod/shop/web-0}
   * @param destination what is called: {@code shop/cart:80} for the port of a Service, else the URL
   * @param outcomes the outcomes over all ways, such as {@code delivered}
   * @param endpoints the Pods at the endpoints, or the addresses of endpoints without a Pod
   * @param sources the addresses that endpoints see; empty: as the client's own
   */
  public record Cell(
      String client,
      String destination,
      List<String> outcomes,
      List<String> endpoints,
      List<String> sources) {

    /** Copies the lists. */
    public Cell {
      outcomes = List.copyOf(outcomes);
      endpoints = List.copyOf(endpoints);
      sources = List.copyOf(sources);
    }

    /** Whether every way leads to an endpoint. */
    public boolean isDelivered() {
      return outcomes.equals(List.of("delivered"));
    }

    /** As the table shows it: {@code ok}, {@code ok as 192.168.0.2}, or the outcomes. */
    @Override
    public String toString() {
      if (!isDelivered()) {
        return String.join(" or ", outcomes);
      }
      return sources.isEmpty() ? "ok" : "ok as " + String.join(", ", sources);
    }
  }

  /**
   * What differs between two tables.
   *
   * @param client who calls
   * @param destination what is called
   * @param before the cell of the first table; absent if it has none
   * @param after the cell of the second table; absent if it has none
   */
  public record Change(
      String client, String destination, Optional<Cell> before, Optional<Cell> after) {

    /** As in {@code pod/shop/web-0 -> shop/cart:80: ok, now rejected}. */
    @Override
    public String toString() {
      return client
          + " -> "
          + destination
          + ": "
          + shown(before, "not there")
          + ", now "
          + shown(after, "not there");
    }

    private static String shown(Optional<Cell> cell, String otherwise) {
      return cell.map(
              each ->
                  each.endpoints().isEmpty()
                      ? each.toString()
                      : each + " at " + String.join(", ", each.endpoints()))
          .orElse(otherwise);
    }
  }

  private Reachability() {}

  /**
   * Every Pod outside {@code kube-system} calls every port of every Service: at its cluster IPs,
   * its load balancers' addresses, and its node ports on the first node. A client outside the
   * cluster calls the latter two.
   */
  public static Reachability of(ClusterSimulation cluster) {
    return of(cluster, Targets.clients(cluster), Targets.services(cluster));
  }

  /**
   * These clients call these destinations.
   *
   * @param clients sources, as {@code from} of a scenario names them
   * @param destinations URLs, as {@code to} of a scenario has them
   */
  public static Reachability of(
      ClusterSimulation cluster, List<String> clients, List<String> destinations) {
    Map<String, String> named = new LinkedHashMap<>();
    destinations.forEach(each -> named.put(each, each));
    return of(cluster, clients, named);
  }

  private static Reachability of(
      ClusterSimulation cluster, List<String> clients, Map<String, String> destinations) {
    Reachability table = new Reachability();
    for (String client : clients) {
      destinations.forEach(
          (name, url) -> {
            if (!client.equals(Targets.OUTSIDE) || !Targets.isInsideOnly(name)) {
              table.add(Reach.of(cluster, name, Request.of(client, url)));
            }
          });
    }
    return table;
  }

  private void add(Cell cell) {
    cells.put(key(cell.client(), cell.destination()), cell);
  }

  private static String key(String client, String destination) {
    return client + " -> " + destination;
  }

  /** All cells, row by row. */
  public List<Cell> cells() {
    return List.copyOf(cells.values());
  }

  /** One cell, if the table has it. */
  public Optional<Cell> find(String client, String destination) {
    return Optional.ofNullable(cells.get(key(client, destination)));
  }

  /** What is different in another table, such as that of the cluster after a change. */
  public List<Change> changesTo(Reachability after) {
    Set<String> keys = new LinkedHashSet<>(cells.keySet());
    keys.addAll(after.cells.keySet());
    List<Change> changes = new ArrayList<>();
    for (String key : keys) {
      Optional<Cell> old = Optional.ofNullable(cells.get(key));
      Optional<Cell> now = Optional.ofNullable(after.cells.get(key));
      if (!old.equals(now)) {
        Cell any = old.or(() -> now).orElseThrow();
        changes.add(new Change(any.client(), any.destination(), old, now));
      }
    }
    return changes;
  }

  /** The table. */
  @Override
  public String toString() {
    return Reach.table(cells());
  }
}
