package io.kubehop.core.nftables;

import io.kubehop.core.nftables.statement.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named object of a table: a counter, a limit, a quota, which rules share; others are kept and
 * printed back.
 *
 * @param kind {@code counter}, {@code limit}, {@code quota}, {@code ct helper} …; or {@code
 *     flowtable}
 * @param name its name
 * @param lines what stands in its braces
 * @param behaviour what it does when a rule uses it; null if that is not modelled
 */
public record NftObject(
    String kind, String name, List<String> lines, @Nullable Statement behaviour) {

  /** Copies the lines. */
  public NftObject {
    lines = List.copyOf(lines);
  }

  String key() {
    return kind + " " + name;
  }
}
