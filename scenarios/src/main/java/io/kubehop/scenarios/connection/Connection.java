package io.kubehop.scenarios.connection;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Share;
import io.kubehop.core.trace.Hop;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a {@link Request}: every way that it could have gone, with exact probabilities, and
 * the connections that were then made.
 *
 * @param request what was asked
 * @param ways the ways, in the order in which the choices were followed; their shares add up to 1
 * @param made the connections, in order; at least one
 * @param text the way of the first one hop by hop, for people, as lines; empty where nobody wrote
 *     it
 * @param repetition how it can be had again, which is no part of what came of it; absent where
 *     nobody keeps the history of the cluster
 */
public record Connection(
    Request request,
    List<Way> ways,
    List<Made> made,
    List<String> text,
    Optional<Repetition> repetition) {

  /** One of a cluster without history. */
  public Connection(Request request, List<Way> ways, List<Made> made, List<String> text) {
    this(request, ways, made, text, Optional.empty());
  }

  /** Copies the lists. */
  public Connection {
    ways = List.copyOf(ways);
    made = List.copyOf(made);
    text = List.copyOf(text);
  }

  /** The same, told for people. */
  public Connection withText(List<String> lines) {
    return new Connection(request, ways, made, lines, repetition);
  }

  /** The same with a way to have it again. */
  public Connection withRepetition(Repetition other) {
    return new Connection(request, ways, made, text, Optional.of(other));
  }

  /** Every outcome that it had or could have had, in the order of {@link Outcome}. */
  public Set<Outcome> outcomes() {
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    endings().map(Ending::outcome).forEach(outcomes::add);
    return outcomes;
  }

  /** The outcome, if there is no other; else the first that is not {@code delivered}. */
  public Outcome outcome() {
    Set<Outcome> outcomes = outcomes();
    return outcomes.stream()
        .filter(outcome -> outcome != Outcome.DELIVERED)
        .findFirst()
        .orElse(Outcome.DELIVERED);
  }

  /** The addresses that it can be delivered to, in order. */
  public List<SocketAddress> endpoints() {
    return List.copyOf(shares().keySet());
  }

  /** The Pods at the endpoints, {@code NAMESPACE/NAME} each, in order. */
  public List<String> pods() {
    Set<String> pods = new TreeSet<>();
    ways.forEach(way -> way.ending().pod().ifPresent(pods::add));
    return List.copyOf(pods);
  }

  /**
   * The exact probability of each endpoint, in order of address; 0 for one whose turn it could have
   * been.
   */
  public Map<SocketAddress, Share> shares() {
    Map<SocketAddress, Share> shares = new TreeMap<>();
    for (Way way : ways) {
      way.ending()
          .endpoint()
          .ifPresent(endpoint -> shares.merge(endpoint, way.share(), Share::plus));
    }
    return shares;
  }

  /** The probability of each endpoint that has one, in order of address. */
  public Map<SocketAddress, Double> distribution() {
    Map<SocketAddress, Double> distribution = new LinkedHashMap<>();
    shares()
        .forEach(
            (endpoint, share) -> {
              if (share.compareTo(Share.ZERO) > 0) {
                distribution.put(endpoint, share.toDouble());
              }
            });
    return distribution;
  }

  /** Where each made connection was delivered to; an absent item: nowhere. */
  public List<Optional<SocketAddress>> chosen() {
    return made.stream().map(each -> each.ending().endpoint()).toList();
  }

  /** Whether the source was rewritten, as far as ways differ in that; empty if none delivers. */
  public Set<Boolean> sourceNAT() {
    return values(ways.stream().map(Way::ending), Ending::sourceNAT);
  }

  /** The source addresses that endpoints saw of the made connections. */
  public Set<IpAddress> sourceIPs() {
    return values(made.stream().map(Made::ending), Ending::sourceIP);
  }

  /** What HTTP brought to the clients of the made connections. */
  public List<HttpAnswer> answers() {
    return made.stream().flatMap(each -> each.ending().http().stream()).toList();
  }

  /** The way of the packets of the first made connection. */
  public List<Hop> hops() {
    return made.get(0).hops();
  }

  private Stream<Ending> endings() {
    return Stream.concat(ways.stream().map(Way::ending), made.stream().map(Made::ending));
  }

  private static <T> Set<T> values(Stream<Ending> endings, Function<Ending, Optional<T>> of) {
    Set<T> values = new TreeSet<>();
    endings.map(of).flatMap(Optional::stream).forEach(values::add);
    return values;
  }

  /** Whether the same came of the same request, however it can be had again. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Connection that
        && request.equals(that.request)
        && ways.equals(that.ways)
        && made.equals(that.made)
        && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(request, ways, made, text);
  }

  /** The text for people, which is what a failed test should show. */
  @Override
  public String toString() {
    return text.isEmpty() ? request + ": " + outcomes() : String.join("\n", text);
  }
}
