package io.kubehop.core.collect;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A persistent hash map (a hash array mapped trie, Bagwell 2001) whose keys are three numbers, so
 * that a look-up allocates nothing. Changes copy one path and leave the old map as it was.
 *
 * @param <V> values
 */
public final class PacketKeyMap<V> {
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

  private final @Nullable Object root;

  private PacketKeyMap(@Nullable Object root) {
    this.root = root;
  }

  /** The map without entries. */
  public static <V> PacketKeyMap<V> empty() {
    return new PacketKeyMap<>(null);
  }

  /** The value of a key, or null. */
  public @Nullable V get(int tag, long high, long low) {
    long hash = hash(tag, high, low);
    Object at = root;
    while (at instanceof Branch branch) {
      int bit = 1 << (hash & MASK);
      if ((branch.bitmap & bit) == 0) {
        return null;
      }
      at = branch.children[Integer.bitCount(branch.bitmap & (bit - 1))];
      hash >>>= BITS;
    }
    return value(at, tag, high, low);
  }

  @SuppressWarnings("unchecked") // leaves of this map hold its values
  private @Nullable V value(@Nullable Object leaf, int tag, long high, long low) {
    Leaf at = (Leaf) leaf;
    while (at != null && !at.isOf(tag, high, low)) {
      at = at.next;
    }
    return at == null ? null : (V) at.value;
  }

  /** The map with a value for a key; null takes the key out. */
  public PacketKeyMap<V> with(int tag, long high, long low, @Nullable V value) {
    long hash = hash(tag, high, low);
    Leaf leaf = value == null ? null : new Leaf(hash, tag, high, low, value, null);
    Object changed = change(root, hash, 0, tag, high, low, leaf);
    return changed == root ? this : new PacketKeyMap<>(changed);
  }

  private static @Nullable Object change(
      @Nullable Object at,
      long hash,
      int shift,
      int tag,
      long high,
      long low,
      @Nullable Leaf leaf) {
    if (at == null) {
      return leaf;
    }
    if (at instanceof Branch branch) {
      return branch.change(hash, shift, tag, high, low, leaf);
    }
    Leaf there = (Leaf) at;
    if (there.hash == hash) {
      Leaf others = there.without(tag, high, low);
      return leaf == null ? others : leaf.before(others);
    }
    return leaf == null ? there : Branch.of(there, leaf, shift);
  }

  private static long hash(int tag, long high, long low) {
    long h = (low ^ Long.rotateLeft(high, 23)) * 0x9E3779B97F4A7C15L + tag;
    h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return h ^ (h >>> 31);
  }

  private record Leaf(long hash, int tag, long high, long low, Object value, @Nullable Leaf next) {
    boolean isOf(int otherTag, long otherHigh, long otherLow) {
      return low == otherLow && tag == otherTag && high == otherHigh;
    }

    Leaf before(@Nullable Leaf others) {
      return new Leaf(hash, tag, high, low, value, others);
    }

    /** The leaves of the same hash but one. */
    @Nullable Leaf without(int otherTag, long otherHigh, long otherLow) {
      Leaf rest = next == null ? null : next.without(otherTag, otherHigh, otherLow);
      return isOf(otherTag, otherHigh, otherLow) ? rest : before(rest);
    }
  }

  private static final class Branch {
    final int bitmap;
    final Object[] children;

    Branch(int bitmap, Object[] children) {
      this.bitmap = bitmap;
      this.children = children;
    }

    /** The branch that tells two leaves apart; {@code shift} bits of their hashes are used up. */
    static Branch of(Leaf one, Leaf other, int shift) {
      int oneAt = (int) (one.hash >>> shift) & MASK;
      int otherAt = (int) (other.hash >>> shift) & MASK;
      if (oneAt == otherAt) {
        return new Branch(1 << oneAt, new Object[] {of(one, other, shift + BITS)});
      }
      Object[] children = oneAt < otherAt ? new Object[] {one, other} : new Object[] {other, one};
      return new Branch(1 << oneAt | 1 << otherAt, children);
    }

    @Nullable Object change(
        long hash, int shift, int tag, long high, long low, @Nullable Leaf leaf) {
      int bit = 1 << ((hash >>> shift) & MASK);
      int place = Integer.bitCount(bitmap & (bit - 1));
      if ((bitmap & bit) == 0) {
        return leaf == null ? this : inserted(bit, place, leaf);
      }
      Object child = children[place];
      Object changed = PacketKeyMap.change(child, hash, shift + BITS, tag, high, low, leaf);
      if (changed == child) {
        return this;
      }
      return changed == null ? removed(bit, place) : replaced(place, changed);
    }

    private Branch inserted(int bit, int place, Object child) {
      Object[] more = new Object[children.length + 1];
      System.arraycopy(children, 0, more, 0, place);
      more[place] = child;
      System.arraycopy(children, place, more, place + 1, children.length - place);
      return new Branch(bitmap | bit, more);
    }

    private Branch replaced(int place, Object child) {
      Object[] copy = Arrays.copyOf(children, children.length);
      copy[place] = child;
      return new Branch(bitmap, copy);
    }

    private @Nullable Object removed(int bit, int place) {
      if (children.length == 1) {
        return null;
      }
      Object[] fewer = new Object[children.length - 1];
      System.arraycopy(children, 0, fewer, 0, place);
      System.arraycopy(children, place + 1, fewer, place, fewer.length - place);
      return new Branch(bitmap & ~bit, fewer);
    }
  }
}
