package io.kubehop.core.nftables;

import io.kubehop.core.collect.OrderedTrie;
import io.kubehop.core.nftables.set.NftSet;
import io.kubehop.core.nftables.set.SetElement;
import io.kubehop.core.nftables.value.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table: chains, sets, maps and objects under one name. Immutable and persistent: a change copies
 * one path, so that thousands of hosts can share nearly the same tables, and one Service's change
 * costs the same whatever the size.
 */
public final class NftTable {
  private final TableFamily family;
  private final String name;
  private final String key;
  private final List<String> flags;
  private final String comment;
  private final OrderedTrie<String, NftChain> chains;
  private final OrderedTrie<String, NftSet> sets;
  private final OrderedTrie<String, NftSet> timedSets;
  private final OrderedTrie<String, NftObject> objects;
  private final int trackingChains;

  private NftTable(
      TableFamily family,
      String name,
      List<String> flags,
      String comment,
      OrderedTrie<String, NftChain> chains,
      OrderedTrie<String, NftSet> sets,
      OrderedTrie<String, NftSet> timedSets,
      OrderedTrie<String, NftObject> objects,
      int trackingChains) {
    this.family = family;
    this.name = name;
    this.key = family + " " + name;
    this.flags = flags;
    this.comment = comment;
    this.chains = chains;
    this.sets = sets;
    this.timedSets = timedSets;
    this.objects = objects;
    this.trackingChains = trackingChains;
  }

  /** A table without anything in it. */
  public static NftTable of(TableFamily family, String name) {
    return new NftTable(
        family,
        name,
        List.of(),
        "",
        OrderedTrie.empty(),
        OrderedTrie.empty(),
        OrderedTrie.empty(),
        OrderedTrie.empty(),
        0);
  }

  private NftTable withContent(
      OrderedTrie<String, NftChain> newChains,
      OrderedTrie<String, NftSet> newSets,
      OrderedTrie<String, NftSet> newTimedSets,
      OrderedTrie<String, NftObject> newObjects,
      int newTrackingChains) {
    return new NftTable(
        family,
        name,
        flags,
        comment,
        newChains,
        newSets,
        newTimedSets,
        newObjects,
        newTrackingChains);
  }

  /** The same with flags, such as {@code dormant}. */
  public NftTable withFlags(List<String> newFlags) {
    return new NftTable(
        family,
        name,
        List.copyOf(newFlags),
        comment,
        chains,
        sets,
        timedSets,
        objects,
        trackingChains);
  }

  /** The same with a comment. */
  public NftTable withComment(String newComment) {
    return new NftTable(
        family, name, flags, newComment, chains, sets, timedSets, objects, trackingChains);
  }

  /** The table with one more chain, in place of one of the same name. */
  public NftTable with(NftChain chain) {
    int change = tracks(chain) - tracks(chains.get(chain.name()));
    return withContent(
        chains.with(chain.name(), chain), sets, timedSets, objects, trackingChains + change);
  }

  /** The table without a chain. */
  public NftTable withoutChain(String chain) {
    int change = tracks(chains.get(chain));
    return withContent(chains.without(chain), sets, timedSets, objects, trackingChains - change);
  }

  private static int tracks(@Nullable NftChain chain) {
    return chain != null && chain.needsConntrack() ? 1 : 0;
  }

  /** The table with one more set or map, in place of one of the same name. */
  public NftTable with(NftSet set) {
    boolean timed =
        set.elements().size() > 0
            && (set.header().timeout() > 0 || set.header().flags().contains("timeout"));
    OrderedTrie<String, NftSet> newTimed =
        timed ? timedSets.with(set.name(), set) : timedSets.without(set.name());
    return withContent(chains, sets.with(set.name(), set), newTimed, objects, trackingChains);
  }

  /** The table without a set or map. */
  public NftTable withoutSet(String set) {
    return withContent(chains, sets.without(set), timedSets.without(set), objects, trackingChains);
  }

  /** The table with one more element in a set or map, in place of one with the same key. */
  public NftTable withElement(String set, SetElement element) {
    return with(required(set).with(element));
  }

  /** The table without an element of a set or map. */
  public NftTable withoutElement(String set, Key element) {
    return with(required(set).without(element));
  }

  private NftSet required(String set) {
    NftSet found = sets.get(set);
    if (found == null) {
      throw new IllegalArgumentException("table " + key + " has no set or map " + set);
    }
    return found;
  }

  /** The table with one more object, in place of one of the same kind and name. */
  public NftTable with(NftObject object) {
    return withContent(chains, sets, timedSets, objects.with(object.key(), object), trackingChains);
  }

  /** The family. */
  public TableFamily family() {
    return family;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** Family and name, which no other table of a host has together. */
  public String key() {
    return key;
  }

  /** The flags. */
  public List<String> flags() {
    return flags;
  }

  /** Whether its chains are switched off. */
  public boolean isDormant() {
    return flags.contains("dormant");
  }

  /** A comment; may be empty. */
  public String comment() {
    return comment;
  }

  /** The chain of a name, or null. */
  public @Nullable NftChain chain(String chain) {
    return chains.get(chain);
  }

  /** The set or map of a name, or null. */
  public @Nullable NftSet set(String set) {
    return sets.get(set);
  }

  /** The object of a kind and a name, or null. */
  public @Nullable NftObject object(String kind, String object) {
    return objects.get(kind + " " + object);
  }

  /** All chains in the order in which they were made. */
  public List<NftChain> chains() {
    return chains.values();
  }

  /** All sets and maps in the order in which they were made. */
  public List<NftSet> sets() {
    return sets.values();
  }

  /** The sets and maps with elements that disappear by themselves. */
  List<NftSet> timedSets() {
    return timedSets.size() == 0 ? List.of() : timedSets.values();
  }

  /** All objects in the order in which they were made. */
  public List<NftObject> objects() {
    return objects.values();
  }

  /** Whether packets must be tracked for it. */
  public boolean needsConntrack() {
    return trackingChains > 0;
  }

  /** Whether two tables have the same chains at the same hooks. */
  boolean hasSameHooks(NftTable other) {
    return chains == other.chains && isDormant() == other.isDormant()
        || hooks().equals(other.hooks());
  }

  private List<String> hooks() {
    return chains().stream()
        .filter(chain -> chain.base() != null && !isDormant())
        .map(chain -> chain.name() + " " + chain.base())
        .toList();
  }

  @Override
  public String toString() {
    return key;
  }
}
