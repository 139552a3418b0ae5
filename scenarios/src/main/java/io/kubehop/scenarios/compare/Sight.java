package io.kubehop.scenarios.compare;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.scenarios.connection.Way;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can come of a connection in one mode, over all random choices.
 *
 * @param outcomes how it can end
 * @param endpoints where it can arrive, in order
 * @param sources as whom endpoints can see the client, in order
 */
public record Sight(Set<Outcome> outcomes, List<SocketAddress> endpoints, List<IpAddress> sources) {

  static Sight of(List<Way> ways) {
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    Set<SocketAddress> endpoints = new TreeSet<>();
    Set<IpAddress> sources = new TreeSet<>();
    for (Way way : ways) {
      outcomes.add(way.ending().outcome());
      way.ending().endpoint().ifPresent(endpoints::add);
      way.ending().sourceIP().ifPresent(sources::add);
    }
    return new Sight(outcomes, List.copyOf(endpoints), List.copyOf(sources));
  }

  /** Whether it always arrives. */
  public boolean arrives() {
    return isOnly(Outcome.DELIVERED);
  }

  /** Whether it always ends so. */
  public boolean isOnly(Outcome outcome) {
    return outcomes.size() == 1 && outcomes.contains(outcome);
  }

  /** {@code delivered to 10.244.0.2:80 from 192.168.0.2}. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    words.add(String.join(" or ", outcomes.stream().map(Outcome::toString).toList()));
    if (!endpoints.isEmpty()) {
      words.add("to");
      words.add(String.join(", ", endpoints.stream().map(SocketAddress::toString).toList()));
      words.add("from");
      words.add(String.join(", ", sources.stream().map(IpAddress::toString).toList()));
    }
    return String.join(" ", words);
  }
}
