package io.kubehop.kubeproxy.sync;

import com.google.common.collect.ImmutableSortedMap;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.NullableCell;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The roots of the nodes that have an overlay. When the shared root changes, what changed is done
 * to each of them as well; now and then one is put together anew, so that it goes on sharing its
 * parts with the others.
 *
 * @param <R> what a node has as a whole
 * @param <B> what one port contributes
 */
final class Roots<R, B> {
  /**
   * After so many changes, beside one for each port of the overlay, a root is put together anew.
   */
  private static final int PATIENCE = 8;

  private final BlockWriter<R, B> writer;
  private final JournaledMap<String, Composed<R, B>> byNode;
  private final NullableCell<Step<R, B>> lastStep;

  Roots(Journal journal, BlockWriter<R, B> writer) {
    this.writer = writer;
    this.byNode = new JournaledMap<>(journal);
    this.lastStep = new NullableCell<>(journal);
  }

  /**
   * One change of a shared root.
   *
   * @param block what the port contributes from now on; null: it is gone
   */
  record Change<B>(ServicePortInfo port, @Nullable B block) {}

  /** Changes that led from one shared root to the next. */
  private record Step<R, B>(R from, R to, List<Change<B>> changes) {}

  /** A shared root with an overlay, and how often it was changed since it was put together. */
  private record Composed<R, B>(R under, ImmutableSortedMap<String, B> over, R root, int age) {}

  /** The shared root has changed. */
  void stepped(R from, R to, List<Change<B>> changes) {
    lastStep.set(new Step<>(from, to, changes));
  }

  void remove(String node) {
    byNode.remove(node);
  }

  /** A shared root under an overlay. */
  R root(String node, R under, ImmutableSortedMap<String, B> over) {
    if (over.isEmpty()) {
      return under;
    }
    Composed<R, B> known = byNode.get(node);
    if (known == null || known.under() != under || !known.over().equals(over)) {
      known = known == null ? composed(under, over) : next(known, under, over);
      byNode.put(node, known);
    }
    return known.root();
  }

  private Composed<R, B> composed(R under, ImmutableSortedMap<String, B> over) {
    R root = under;
    for (B block : over.values()) {
      root = writer.with(root, block);
    }
    return new Composed<>(under, over, root, 0);
  }

  private Composed<R, B> next(Composed<R, B> old, R under, ImmutableSortedMap<String, B> over) {
    Step<R, B> step = lastStep.get();
    if (step == null || step.from() != old.under() || step.to() != under) {
      return composed(under, over);
    }
    int age = old.age() + step.changes().size();
    if (age > over.size() + PATIENCE || !old.over().equals(over)) {
      return composed(under, over);
    }
    R root = old.root();
    for (Change<B> change : step.changes()) {
      if (!over.containsKey(change.port().name().toString())) {
        B block = change.block();
        root = block == null ? writer.without(root, change.port()) : writer.with(root, block);
      }
    }
    return new Composed<>(under, over, root, age);
  }
}
