package io.kubehop.core.nftables;

import io.kubehop.core.collect.OrderedTrie;
import io.kubehop.core.net.IpFamily;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All tables of a host, in the order in which they were made. Immutable and persistent. */
public final class NftRuleset {
  /** No tables. */
  public static final NftRuleset EMPTY = new NftRuleset(OrderedTrie.empty());

  private final OrderedTrie<String, NftTable> tables;

  private NftRuleset(OrderedTrie<String, NftTable> tables) {
    this.tables = tables;
  }

  /** The ruleset with one more table, in place of one of the same family and name. */
  public NftRuleset with(NftTable table) {
    return new NftRuleset(tables.with(table.key(), table));
  }

  /** The ruleset without a table. */
  public NftRuleset without(TableFamily family, String name) {
    return new NftRuleset(tables.without(family + " " + name));
  }

  /** All tables. */
  public List<NftTable> tables() {
    return tables.values();
  }

  /** The table of a family and a name, or null. */
  public @Nullable NftTable table(TableFamily family, String name) {
    return table(family + " " + name);
  }

  /** The table of a key, or null. */
  public @Nullable NftTable table(String key) {
    return tables.get(key);
  }

  /** Whether packets of a family must be tracked for its rules. */
  public boolean needsConntrack(IpFamily family) {
    for (NftTable table : tables()) {
      if (table.family().sees(family) && table.needsConntrack() && !table.isDormant()) {
        return true;
      }
    }
    return false;
  }

  /** Whether two rulesets have the same chains at the same hooks, and need the same tracking. */
  public boolean hasSameHooks(NftRuleset other) {
    List<NftTable> mine = tables();
    List<NftTable> others = other.tables();
    if (mine.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < mine.size(); i++) {
      NftTable table = mine.get(i);
      NftTable counterpart = others.get(i);
      boolean same =
          table == counterpart
              || (table.key().equals(counterpart.key())
                  && table.needsConntrack() == counterpart.needsConntrack()
                  && table.hasSameHooks(counterpart));
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
