package io.kubehop.core.ipvs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws that hold whatever is done to servers, and by clients. */
class IpvsProperties {

  @Provide
  Arbitrary<List<Integer>> operations() {
    return Arbitraries.integers().between(0, 99).list().ofMaxSize(50);
  }

  @Property(tries = 600)
  void whatIsRolledBackHasNeverBeen(
      @ForAll SchedulerKind scheduler,
      @ForAll boolean persistent,
      @ForAll("operations") List<Integer> before,
      @ForAll("operations") List<Integer> undone,
      @ForAll("operations") List<Integer> after) {
    IpvsOperations disturbed = new IpvsOperations(scheduler, persistent);
    IpvsOperations calm = new IpvsOperations(scheduler, persistent);
    assertThat(disturbed.perform(before)).isEqualTo(calm.perform(before));

    int mark = disturbed.host.simulation.journal().savepoint();
    disturbed.perform(undone);
    disturbed.host.simulation.journal().rollback(mark);

    assertThat(disturbed.host.digest()).isEqualTo(calm.host.digest());
    assertThat(disturbed.perform(after)).isEqualTo(calm.perform(after));
    assertThat(disturbed.host.digest()).isEqualTo(calm.host.digest());
  }

  @Property
  void whatIsKeptIsAsIfDoneWithoutASavepoint(
      @ForAll SchedulerKind scheduler,
      @ForAll boolean persistent,
      @ForAll("operations") List<Integer> before,
      @ForAll("operations") List<Integer> kept) {
    IpvsOperations inside = new IpvsOperations(scheduler, persistent);
    IpvsOperations outside = new IpvsOperations(scheduler, persistent);
    inside.perform(before);
    outside.perform(before);

    int mark = inside.host.simulation.journal().savepoint();
    assertThat(inside.perform(kept)).isEqualTo(outside.perform(kept));
    inside.host.simulation.journal().release(mark);

    assertThat(inside.perform(before)).isEqualTo(outside.perform(before));
    assertThat(inside.host.digest()).isEqualTo(outside.host.digest());
  }

  @Property
  void drainedAndRemovedServersAreNeverChosen(
      @ForAll SchedulerKind scheduler, @ForAll("operations") List<Integer> operations) {
    IpvsOperations script = new IpvsOperations(scheduler, false);
    int port = 20_000;
    for (int operation : operations) {
      script.perform(List.of(operation));
      String chosen = script.host.call("TCP", "198.51.100.1:" + port++, IpvsOperations.VIP);
      if (!chosen.equals("REFUSE")) {
        assertThat(script.server(chosen).weight()).isPositive();
      }
    }
  }

  @Property
  void theCountsAreThoseOfTheConnections(
      @ForAll SchedulerKind scheduler,
      @ForAll boolean persistent,
      @ForAll("operations") List<Integer> operations) {
    IpvsOperations script = new IpvsOperations(scheduler, persistent);
    script.perform(operations);

    for (RealServer server : script.service().servers()) {
      List<IpvsConnection> own =
          script.host.ipvs().connections().stream().filter(c -> c.server() == server).toList();
      long templates = own.stream().filter(IpvsConnection::isTemplate).count();
      long active = own.stream().filter(c -> !c.isTemplate() && c.state().isActive()).count();
      assertThat(server.persistentConnections()).isEqualTo((int) templates);
      assertThat(server.activeConnections()).isEqualTo((int) active);
      assertThat(server.inactiveConnections()).isEqualTo((int) (own.size() - templates - active));
    }
  }

  @Property
  void overACycleWeightedRoundRobinGivesEachServerItsWeight(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 12) Integer> weights) {
    int sum = weights.stream().mapToInt(weight -> weight).sum();
    int divisor = weights.stream().reduce(0, IpvsProperties::greatestCommonDivisor);
    Map<String, Integer> expected = new TreeMap<>();
    BalancingHost host = new BalancingHost();
    VirtualServerKey key = host.serve("TCP " + IpvsOperations.VIP, SchedulerKind.WRR);
    for (int i = 0; i < weights.size(); i++) {
      host.weigh(key, IpvsOperations.server(i), weights.get(i));
      if (weights.get(i) > 0) {
        expected.put(IpvsOperations.server(i), 3 * weights.get(i) / divisor);
      } else if (sum == 0) {
        expected.put("REFUSE", 3);
      }
    }
    int cycle = sum == 0 ? 1 : sum / divisor;

    assertThat(calls(host, 3 * cycle)).isEqualTo(expected);
  }

  @Property
  void roundRobinIsEven(
      @ForAll @IntRange(min = 1, max = 20) int servers, @ForAll @IntRange(max = 99) int calls) {
    BalancingHost host = new BalancingHost();
    String[] sockets =
        IntStream.range(0, servers).mapToObj(IpvsOperations::server).toArray(String[]::new);
    host.serve("TCP " + IpvsOperations.VIP, SchedulerKind.RR, sockets);

    assertThat(calls(host, calls).values())
        .allSatisfy(
            share -> assertThat(share).isBetween(calls / servers, (calls + servers - 1) / servers));
  }

  /** How often each server is chosen for clients that call and are gone. */
  private static Map<String, Integer> calls(BalancingHost host, int count) {
    Map<String, Integer> chosen = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      chosen.merge(
          host.call("TCP", "192.0.2.1:" + (1024 + i), IpvsOperations.VIP), 1, Integer::sum);
    }
    return chosen;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  @Property(tries = 200)
  void whenAServerIsRemovedMaglevMovesFewOthersClients(
      @ForAll @IntRange(min = 3, max = 20) int servers, @ForAll @IntRange(max = 1000) int net) {
    BalancingHost host = new BalancingHost();
    String[] sockets =
        IntStream.range(0, servers)
            .mapToObj(i -> IpvsOperations.server(i + net))
            .toArray(String[]::new);
    VirtualServerKey key = host.serve("TCP " + IpvsOperations.VIP, SchedulerKind.MH, sockets);
    String removed = sockets[0];
    int clients = 400;
    String[] before =
        IntStream.range(0, clients).mapToObj(i -> callOf(host, i, 1024)).toArray(String[]::new);
    host.remove(key, removed);

    int moved = 0;
    for (int i = 0; i < clients; i++) {
      String after = callOf(host, i, 1025);
      assertThat(after).isNotEqualTo(removed);
      moved += before[i].equals(removed) || before[i].equals(after) ? 0 : 1;
    }
    assertThat(moved).isLessThan(clients / 5);
  }

  private static String callOf(BalancingHost host, int client, int port) {
    return host.call(
        "TCP", "192.0." + client / 250 + "." + client % 250 + ":" + port, IpvsOperations.VIP);
  }

  @Property
  void sourceHashingKeepsAClient(
      @ForAll("operations") List<Integer> operations,
      @ForAll @IntRange(min = 1, max = 250) int client) {
    IpvsOperations script = new IpvsOperations(SchedulerKind.SH, false);
    script.perform(operations);
    String first = script.host.call("TCP", "198.51.100." + client + ":1", IpvsOperations.VIP);

    assertThat(script.host.call("TCP", "198.51.100." + client + ":2", IpvsOperations.VIP))
        .isEqualTo(first);
  }
}
