package io.kubehop.kubeproxy.ipvs;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.kubehop.core.ipset.IpSet;
import io.kubehop.core.ipset.IpSets;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.RefCell;
import java.util.EnumMap;
import java.util.Map;

/** The IP sets of one family on one node, as its proxy keeps them. */
final class SetContents {
  private final IpFamily family;
  private final Counted<PortPlan.Entry> entries;
  private final RefCell<Map<KubeSet, IpSet>> sets;
  private Map<KubeSet, IpSet> draft = new EnumMap<>(KubeSet.class);

  SetContents(Journal journal, IpFamily family) {
    this.family = family;
    this.entries = new Counted<>(journal);
    Map<KubeSet, IpSet> empty = new EnumMap<>(KubeSet.class);
    for (KubeSet set : KubeSet.values()) {
      empty.put(set, set.empty(family));
    }
    this.sets = new RefCell<>(journal, empty);
  }

  /** Begins a change. */
  void begin() {
    draft = new EnumMap<>(sets.get());
  }

  /** A port asks for an element. */
  void add(PortPlan.Entry entry) {
    if (entries.add(entry)) {
      draft.computeIfPresent(entry.set(), (name, set) -> set.with(entry.element()));
    }
  }

  /** A port no longer asks for an element. */
  void remove(PortPlan.Entry entry) {
    if (entries.remove(entry)) {
      draft.computeIfPresent(entry.set(), (name, set) -> set.without(entry.element()));
    }
  }

  /** Ends a change: what the node has, with these sets in place of what had their names. */
  IpSets commit(IpSets node) {
    Map<KubeSet, IpSet> before = sets.get();
    IpSets now = node;
    for (KubeSet set : KubeSet.values()) {
      IpSet content = draft.getOrDefault(set, set.empty(family));
      if (content != before.get(set) || node.get(content.name()) != content) {
        now = now.with(content);
      }
    }
    sets.set(draft);
    return now;
  }

  /** The sets that are not empty. */
  ImmutableSet<KubeSet> filled() {
    Map<KubeSet, IpSet> all = sets.get();
    return Sets.immutableEnumSet(all.keySet().stream().filter(set -> size(all, set) > 0).toList());
  }

  private static int size(Map<KubeSet, IpSet> all, KubeSet set) {
    IpSet content = all.get(set);
    return content == null ? 0 : content.size();
  }
}
