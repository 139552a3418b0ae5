package io.kubehop.dns.resolver;

import io.kubehop.core.resolver.Resolution;
import java.util.List;
import java.util.Optional;

/**
 * What a name costs: with {@code ndots:5} most names are asked for below every search domain first,
 * for each type. A question that is sent again because nobody answered is not counted twice.
 *
 * @param name the name as the program had it
 * @param queries the names that servers were asked for, in order
 * @param types how many types each was asked for: two where a program takes either family
 * @param isFound whether the last name had records
 */
public record NameCost(String name, List<String> queries, int types, boolean isFound) {

  /** Copies the list. */
  public NameCost {
    queries = List.copyOf(queries);
  }

  /** The cost of a program's look-up, which asks for both families. */
  public static NameCost of(Resolution resolution) {
    return new NameCost(
        resolution.name(),
        resolution.queries(),
        StubResolver.BOTH_FAMILIES.size(),
        resolution.isResolved());
  }

  /** The cost of a look-up of one type. */
  public static NameCost of(LookupResult result) {
    return new NameCost(result.name(), result.queries(), 1, !result.answers().isEmpty());
  }

  /** How many questions were sent. */
  public int questions() {
    return queries.size() * types;
  }

  /** How many of them were for names that do not exist, before the one that does. */
  public int inVain() {
    return isFound ? (queries.size() - 1) * types : 0;
  }

  /** What would save those; absent where nothing is to be saved. */
  public Optional<String> hint() {
    if (inVain() <= 0) {
      return Optional.empty();
    }
    String found = queries.get(queries.size() - 1);
    boolean isAsWritten = found.equalsIgnoreCase(name + ".");
    String otherwise = isAsWritten ? option() : " or, without the dot, with ndots: 2,";
    return Optional.of("\"" + found + "\"" + otherwise + " would save " + inVain());
  }

  /** The option that puts the name as it is first. */
  private String option() {
    long dots = name.chars().filter(c -> c == '.').count();
    return dots == 0 ? "" : " or ndots: " + Math.min(2, dots) + " in dnsConfig";
  }

  /** One line: {@code 8 questions, 6 of them in vain; "www.example.com." … would save 6}. */
  public String summary() {
    String count = questions() + (questions() == 1 ? " question" : " questions");
    return hint().map(hint -> count + ", " + inVain() + " of them in vain; " + hint).orElse(count);
  }
}
