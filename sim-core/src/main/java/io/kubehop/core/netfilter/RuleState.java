package io.kubehop.core.netfilter;

import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.StateDigest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the rules of one address family on one host have counted: {@code limit} buckets, {@code
 * statistic nth} and {@code quota} counters, by rule; and the {@code recent} lists, by name. Rules
 * themselves are immutable and shared by hosts.
 */
public final class RuleState implements Digestible {
  private final Journal journal;
  private final Map<TableName, JournaledMap<MatchSite, MatchCounters>> counters =
      new EnumMap<>(TableName.class);
  private final JournaledMap<String, RecentList> recent;

  /** Starts with nothing counted. */
  public RuleState(Journal journal) {
    this.journal = journal;
    this.recent = new JournaledMap<>(journal);
    for (TableName table : TableName.values()) {
      counters.put(table, new JournaledMap<>(journal));
    }
  }

  /** The counters of a match, made when they are first asked for. */
  public MatchCounters counters(MatchSite site) {
    JournaledMap<MatchSite, MatchCounters> ofTable = ofTable(site.table());
    MatchCounters found = ofTable.get(site);
    if (found == null) {
      found = new MatchCounters(journal);
      ofTable.put(site, found);
    }
    return found;
  }

  /** The list of a name ({@code -m recent --name}), made when it is first asked for. */
  public RecentList recentList(String name) {
    RecentList found = recent.get(name);
    if (found == null) {
      found = new RecentList(journal);
      recent.put(name, found);
    }
    return found;
  }

  /**
   * The rules of some tables were replaced. As with the legacy tool, all counters of these tables
   * begin anew; a {@code recent} list stays as long as some rule names it.
   */
  public void rulesReplaced(Set<TableName> tables, Predicate<String> namesRecentList) {
    tables.forEach(table -> ofTable(table).clear());
    recent.forEach(
        (name, list) -> {
          if (!namesRecentList.test(name)) {
            recent.remove(name);
          }
        });
  }

  private JournaledMap<MatchSite, MatchCounters> ofTable(TableName table) {
    JournaledMap<MatchSite, MatchCounters> found = counters.get(table);
    if (found == null) {
      throw new IllegalStateException("no counters for table " + table);
    }
    return found;
  }

  @Override
  public void digestTo(StateDigest digest) {
    counters
        .values()
        .forEach(map -> map.forEach((site, kept) -> digest.add(site.toString()).add(kept)));
    recent.forEach((name, list) -> digest.add(name).add(list));
  }
}
