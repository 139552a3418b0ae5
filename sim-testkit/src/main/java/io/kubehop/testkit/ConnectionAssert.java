package io.kubehop.testkit;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Ending;
import io.kubehop.scenarios.connection.HttpAnswer;
import io.kubehop.scenarios.connection.Packets;
import io.kubehop.scenarios.connection.Way;
import io.kubehop.testkit.internal.FailedConnection;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about what came of a connection, on every way that it could have gone.
 *
 * <p>A failure shows the request, the way of its packets with the rule that decided marked, what to
 * change, the seed, and the path of a scenario file that repeats it.
 */
public class ConnectionAssert extends AbstractAssert<ConnectionAssert, Connection> {

  /** Begins assertions about a connection. */
  public ConnectionAssert(Connection actual) {
    super(actual, ConnectionAssert.class);
  }

  /** Holds if every way leads to an endpoint whose answer reaches the client. */
  public ConnectionAssert isDelivered() {
    return hasOutcome(Outcome.DELIVERED);
  }

  /** Holds if no way leads to an endpoint whose answer reaches the client. */
  public ConnectionAssert isNotDelivered() {
    return check(
        !given().outcomes().contains(Outcome.DELIVERED),
        "not to be delivered",
        "it is: " + outcomes(),
        Collections.singletonMap("delivered", false));
  }

  /** Holds if the outcome is one of these on every way. */
  public ConnectionAssert hasOutcome(Outcome... outcomes) {
    List<Outcome> expected = List.of(outcomes);
    List<String> names = expected.stream().map(Outcome::toString).toList();
    return check(
        expected.containsAll(given().outcomes()),
        "to be " + String.join(" or ", names),
        "it was " + outcomes(),
        Collections.singletonMap("outcome", names));
  }

  /** Holds if it is delivered on every way, and over all ways to exactly these endpoints. */
  public ConnectionAssert isDeliveredTo(Endpoint... endpoints) {
    List<Endpoint> expected = List.of(endpoints);
    String wanted = expected.stream().map(Endpoint::toString).collect(Collectors.joining(" and "));
    if (given().outcome() != Outcome.DELIVERED) {
      return check(
          false,
          "to be delivered to " + wanted,
          "it was " + outcomes(),
          Collections.singletonMap("outcome", Outcome.DELIVERED.toString()));
    }
    boolean onlyThese =
        given().ways().stream()
            .map(Way::ending)
            .allMatch(ending -> expected.stream().anyMatch(each -> isAt(each, ending)));
    boolean allOfThese =
        expected.stream()
            .allMatch(each -> given().ways().stream().anyMatch(way -> isAt(each, way.ending())));
    return check(
        onlyThese && allOfThese,
        "to be delivered to " + wanted,
        "it is delivered to " + places(),
        Collections.singletonMap(
            expected.stream().allMatch(Endpoint::isPod) ? "pods" : "endpoints",
            expected.stream().map(Endpoint::text).toList()));
  }

  private static boolean isAt(Endpoint endpoint, Ending ending) {
    String address = ending.endpoint().map(SocketAddress::toString).orElse("");
    return endpoint.matches(ending.pod(), address);
  }

  /** Holds if it is delivered, and each endpoint sees the address of the client. */
  public ConnectionAssert preservesClientAddress() {
    return sourceNat(false, "to preserve the address of the client");
  }

  /** Holds if it is delivered, and no endpoint sees the address of the client. */
  public ConnectionAssert hidesClientAddress() {
    return sourceNat(true, "to hide the address of the client");
  }

  private ConnectionAssert sourceNat(boolean expected, String wanted) {
    return check(
        given().sourceNAT().equals(Collections.singleton(expected)),
        wanted,
        given().sourceIPs().isEmpty()
            ? "it was " + outcomes()
            : "the endpoint sees " + joined(given().sourceIPs()),
        Collections.singletonMap("sourceNAT", expected));
  }

  /** Holds if the endpoints of the connections that were made saw this source address alone. */
  public ConnectionAssert hasSourceAddress(String address) {
    return check(
        given().sourceIPs().equals(Collections.singleton(IpAddress.parse(address))),
        "to come from " + address,
        given().sourceIPs().isEmpty()
            ? "it was " + outcomes()
            : "the endpoint sees " + joined(given().sourceIPs()),
        Collections.singletonMap("sourceIP", address));
  }

  /**
   * Holds if its first packet enters these in this order, perhaps with others between them.
   *
   * @param chains chains, tables, virtual servers or maps, as {@code via} of a scenario names them;
   *     {@code *} stands for anything
   */
  public ConnectionAssert passes(String... chains) {
    List<String> entered = Packets.chainsOfFirst(given().hops());
    return check(
        Chains.areIn(entered, Arrays.asList(chains)),
        "to pass " + String.join(", then ", chains),
        "it passes " + String.join(", ", entered),
        Collections.singletonMap("via", List.of(chains)));
  }

  /** Holds if its first packet enters none of these; {@code *} stands for anything. */
  public ConnectionAssert doesNotPass(String... chains) {
    List<String> entered = Packets.chainsOfFirst(given().hops());
    return check(
        Arrays.stream(chains).noneMatch(chain -> Chains.areIn(entered, List.of(chain))),
        "not to pass " + String.join(" or ", chains),
        "it passes " + String.join(", ", entered),
        Collections.emptyMap());
  }

  /** Holds if every connection that was made got this HTTP status. */
  public ConnectionAssert hasStatus(int status) {
    return http("status", status, HttpAnswer::status);
  }

  /** Holds if a rule sent every request to this Service and port, such as {@code shop/cart:80}. */
  public ConnectionAssert hasBackend(String backend) {
    return http("backend", backend, answer -> answer.backend().orElse("none"));
  }

  /** Holds if the endpoint saw this path of every request. */
  public ConnectionAssert hasPath(String path) {
    return http("path", path, answer -> answer.path().orElse("none"));
  }

  /** Holds if every connection that was made was redirected there. */
  public ConnectionAssert redirectsTo(String location) {
    return http("location", location, answer -> answer.location().orElse("none"));
  }

  private ConnectionAssert http(String field, Object expected, Function<HttpAnswer, Object> of) {
    List<Object> found = given().answers().stream().map(of).toList();
    boolean all =
        found.size() == given().made().size() && found.stream().allMatch(expected::equals);
    return check(
        all,
        "to have " + field + " " + expected,
        found.isEmpty() ? "no HTTP answer came: it was " + outcomes() : "it has " + joined(found),
        Collections.singletonMap(field, expected));
  }

  private Connection given() {
    isNotNull();
    return actual;
  }

  private ConnectionAssert check(
      boolean holds, String wanted, String found, Map<String, ?> expected) {
    if (!holds) {
      // The text is no format: rules may hold per cent signs.
      failWithMessage("%s", FailedConnection.text(actual, wanted, found, expected));
    }
    return this;
  }

  private String outcomes() {
    return joined(actual.outcomes());
  }

  private String places() {
    List<String> places = actual.pods().isEmpty() ? texts(actual.endpoints()) : actual.pods();
    return String.join(", ", places);
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private static String joined(Iterable<?> values) {
    StringBuilder text = new StringBuilder();
    values.forEach(each -> text.append(text.length() == 0 ? "" : " and ").append(each));
    return text.toString();
  }
}
