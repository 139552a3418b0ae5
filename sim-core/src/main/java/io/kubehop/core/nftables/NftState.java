package io.kubehop.core.nftables;

import io.kubehop.core.nftables.evaluation.StateCell;
import io.kubehop.core.nftables.evaluation.StateSite;
import io.kubehop.core.nftables.set.DynamicSet;
import io.kubehop.core.nftables.set.NftSet;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.StateDigest;
import org.jspecify.annotations.Nullable;

/**
 * What the nftables rules of one host keep: buckets of limits, counters, and the sets that packets
 * change. Rules themselves are immutable and shared by hosts.
 */
public final class NftState implements Digestible {
  private final Journal journal;
  private final JournaledMap<StateSite, StateCell> cells;
  private final JournaledMap<String, JournaledMap<String, DynamicSet>> sets;

  /** Starts with nothing. */
  public NftState(Journal journal) {
    this.journal = journal;
    this.cells = new JournaledMap<>(journal);
    this.sets = new JournaledMap<>(journal);
  }

  /** The two numbers of a place in the rules, made when they are first asked for. */
  public StateCell cell(StateSite site, long first, long second) {
    StateCell found = cells.get(site);
    if (found == null) {
      found = new StateCell(journal, first, second);
      cells.put(site, found);
    }
    return found;
  }

  /** A set of a table as it stands, if packets or time have changed it, else null. */
  public @Nullable DynamicSet dynamicSet(NftTable table, String set) {
    JournaledMap<String, DynamicSet> ofTable = sets.isEmpty() ? null : sets.get(table.key());
    return ofTable == null ? null : ofTable.get(set);
  }

  /** A set of a table that a packet is about to change; null if the table has none of the name. */
  public @Nullable DynamicSet changingSet(NftTable table, String set, long now) {
    DynamicSet found = dynamicSet(table, set);
    if (found != null) {
      return found;
    }
    NftSet origin = table.set(set);
    return origin == null ? null : load(table, origin, now);
  }

  private DynamicSet load(NftTable table, NftSet origin, long now) {
    DynamicSet loaded = new DynamicSet(journal, origin, now);
    sets.computeIfAbsent(table.key(), key -> new JournaledMap<>(journal))
        .put(origin.name(), loaded);
    return loaded;
  }

  /**
   * Other tables stand in place of the old ones. A set that is the same as before keeps what
   * packets put into it; the others begin anew, and their elements' times count from now.
   */
  public void replaced(NftRuleset old, NftRuleset now, long time) {
    for (NftTable table : old.tables()) {
      if (now.table(table.key()) != table) {
        forget(table, now.table(table.key()));
      }
    }
    for (NftTable table : now.tables()) {
      for (NftSet set : table.timedSets()) {
        if (dynamicSet(table, set.name()) == null) {
          load(table, set, time);
        }
      }
    }
  }

  private void forget(NftTable old, @Nullable NftTable successor) {
    JournaledMap<String, DynamicSet> ofTable = sets.get(old.key());
    if (ofTable == null) {
      return;
    }
    if (successor == null) {
      sets.remove(old.key());
      return;
    }
    ofTable.forEach(
        (name, dynamic) -> {
          NftSet set = successor.set(name);
          boolean same =
              set != null
                  && set.header().equals(dynamic.origin().header())
                  && set.elements() == dynamic.origin().elements();
          if (!same) {
            ofTable.remove(name);
          }
        });
  }

  @Override
  public void digestTo(StateDigest digest) {
    cells.forEach((site, cell) -> digest.add(site.toString()).add(cell));
    sets.forEach(
        (table, ofTable) -> ofTable.forEach((name, set) -> digest.add(table).add(name).add(set)));
  }
}
