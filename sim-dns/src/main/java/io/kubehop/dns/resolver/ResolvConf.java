package io.kubehop.dns.resolver;

import io.kubehop.core.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The content of {@code /etc/resolv.conf} (resolv.conf(5)).
 *
 * @param nameservers whom to ask, in order
 * @param searches the search list
 * @param options options such as {@code ndots:5} and {@code rotate}
 */
public record ResolvConf(List<IpAddress> nameservers, List<String> searches, List<String> options) {

  /** Copies the lists. */
  public ResolvConf {
    nameservers = List.copyOf(nameservers);
    searches = List.copyOf(searches);
    options = List.copyOf(options);
  }

  /**
   * Reads the text of a file. Lines that are none of {@code nameserver}, {@code search}, {@code
   * domain} and {@code options} are passed over, as resolvers do.
   */
  public static ResolvConf parse(String text) {
    List<IpAddress> nameservers = new ArrayList<>();
    List<String> searches = List.of();
    List<String> options = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] words = line.strip().split("\\s+");
      List<String> rest = List.of(words).subList(1, words.length);
      switch (words[0]) {
        case "nameserver" ->
            rest.stream()
                .limit(1)
                .filter(IpAddress::isAddress)
                .map(IpAddress::parse)
                .forEach(nameservers::add);
        case "search", "domain" -> searches = rest;
        case "options" -> options.addAll(rest);
        default -> {}
      }
    }
    return new ResolvConf(nameservers, searches, options);
  }

  /** The value of an option with one, such as 5 of {@code ndots:5}; the last one counts. */
  Optional<Integer> number(String option) {
    Optional<Integer> value = Optional.empty();
    for (String text : options) {
      if (text.matches(option + ":[0-9]{1,9}")) {
        value = Optional.of(Integer.parseInt(text.substring(option.length() + 1)));
      }
    }
    return value;
  }

  /** Whether a flag is among the options. */
  boolean has(String flag) {
    return options.contains(flag);
  }

  /** How many dots a name must have to be asked as it is first; 15 at most. */
  public int ndots() {
    return Math.min(number("ndots").orElse(1), 15);
  }

  /** The servers that are really asked: the first three; without any, the host itself. */
  List<IpAddress> servers() {
    return nameservers.isEmpty()
        ? List.of(IpAddress.LOOPBACK_V4)
        : nameservers.subList(0, Math.min(3, nameservers.size()));
  }

  /** The text of the file. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (!searches.isEmpty()) {
      text.append("search ").append(String.join(" ", searches)).append('\n');
    }
    nameservers.forEach(server -> text.append("nameserver ").append(server).append('\n'));
    if (!options.isEmpty()) {
      text.append("options ").append(String.join(" ", options)).append('\n');
    }
    return text.toString();
  }
}
