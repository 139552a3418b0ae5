package io.kubehop.core.collect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A persistent hash map (a hash array mapped trie, Bagwell 2001) that remembers the order of
 * insertion. Looking up allocates nothing and takes the same time whatever the size; a change
 * copies one path and leaves the old map as it was; listing sorts.
 *
 * @param <K> keys, with a sound {@code equals} and {@code hashCode}
 * @param <V> values
 */
public final class OrderedTrie<K, V> {
  private static final OrderedTrie<?, ?> EMPTY = new OrderedTrie<>(null, 0, 0);
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

  private final @Nullable Node<K, V> root;
  private final int size;
  private final long next;

  private OrderedTrie(@Nullable Node<K, V> root, int size, long next) {
    this.root = root;
    this.size = size;
    this.next = next;
  }

  /** The map without entries. */
  @SuppressWarnings("unchecked") // it holds neither keys nor values
  public static <K, V> OrderedTrie<K, V> empty() {
    return (OrderedTrie<K, V>) EMPTY;
  }

  /** The number of entries. */
  public int size() {
    return size;
  }

  /** The value of a key, or null. */
  public @Nullable V get(Object key) {
    Leaf<K, V> leaf = find(key);
    return leaf == null ? null : leaf.value;
  }

  private @Nullable Leaf<K, V> find(Object key) {
    int hash = hash(key);
    int rest = hash;
    Node<K, V> at = root;
    while (at instanceof Branch<K, V> branch) {
      at = branch.child(rest & MASK);
      rest >>>= BITS;
    }
    Leaf<K, V> leaf = (Leaf<K, V>) at;
    while (leaf != null && !(leaf.hash == hash && leaf.key.equals(key))) {
      leaf = leaf.next;
    }
    return leaf;
  }

  /** The map with a value for a key; a known key keeps its place in the order. */
  public OrderedTrie<K, V> with(K key, V value) {
    Leaf<K, V> old = find(key);
    if (old != null && old.value == value) {
      return this;
    }
    long order = old == null ? next : old.order;
    Leaf<K, V> leaf = new Leaf<>(hash(key), key, value, order, null);
    Node<K, V> changed = root == null ? leaf : root.with(leaf, 0);
    return new OrderedTrie<>(changed, old == null ? size + 1 : size, old == null ? next + 1 : next);
  }

  /** The map without a key. */
  public OrderedTrie<K, V> without(K key) {
    Leaf<K, V> old = find(key);
    if (root == null || old == null) {
      return this;
    }
    return new OrderedTrie<>(root.without(old, 0), size - 1, next);
  }

  /** The values in the order in which their keys came. */
  public List<V> values() {
    List<Leaf<K, V>> leaves = new ArrayList<>(size);
    if (root != null) {
      root.collect(leaves);
    }
    leaves.sort(Comparator.comparingLong(leaf -> leaf.order));
    return leaves.stream().map(leaf -> leaf.value).toList();
  }

  private static int hash(Object key) {
    int h = key.hashCode() * 0x9E3779B9;
    h = (h ^ (h >>> 16)) * 0x85EBCA6B;
    return h ^ (h >>> 13);
  }

  private interface Node<K, V> {
    Node<K, V> with(Leaf<K, V> leaf, int shift);

    @Nullable Node<K, V> without(Leaf<K, V> leaf, int shift);

    void collect(List<Leaf<K, V>> into);
  }

  private record Leaf<K, V>(int hash, K key, V value, long order, @Nullable Leaf<K, V> next)
      implements Node<K, V> {

    @Override
    public Node<K, V> with(Leaf<K, V> leaf, int shift) {
      if (hash != leaf.hash) {
        return Branch.of(this, leaf, shift);
      }
      return new Leaf<>(leaf.hash, leaf.key, leaf.value, leaf.order, withoutKey(leaf.key));
    }

    @Override
    public @Nullable Node<K, V> without(Leaf<K, V> leaf, int shift) {
      return withoutKey(leaf.key);
    }

    private @Nullable Leaf<K, V> withoutKey(K gone) {
      Leaf<K, V> rest = next == null ? null : next.withoutKey(gone);
      return key.equals(gone) ? rest : new Leaf<>(hash, key, value, order, rest);
    }

    @Override
    public void collect(List<Leaf<K, V>> into) {
      for (Leaf<K, V> at = this; at != null; at = at.next) {
        into.add(at);
      }
    }
  }

  private static final class Branch<K, V> implements Node<K, V> {
    private final int bitmap;
    private final Node<K, V>[] children;

    Branch(int bitmap, Node<K, V>[] children) {
      this.bitmap = bitmap;
      this.children = children;
    }

    /** The branch that tells two leaves apart; {@code shift} bits of their hashes are used up. */
    static <K, V> Node<K, V> of(Leaf<K, V> one, Leaf<K, V> other, int shift) {
      int oneAt = (one.hash >>> shift) & MASK;
      int otherAt = (other.hash >>> shift) & MASK;
      if (oneAt == otherAt) {
        return new Branch<>(1 << oneAt, nodes(of(one, other, shift + BITS)));
      }
      int bitmap = 1 << oneAt | 1 << otherAt;
      return new Branch<>(bitmap, oneAt < otherAt ? nodes(one, other) : nodes(other, one));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only this class sees the array
    private static <K, V> Node<K, V>[] nodes(Node<K, V>... nodes) {
      return nodes;
    }

    @Nullable Node<K, V> child(int at) {
      int bit = 1 << at;
      return (bitmap & bit) == 0 ? null : children[place(bit)];
    }

    private int place(int bit) {
      return Integer.bitCount(bitmap & (bit - 1));
    }

    @Override
    public Node<K, V> with(Leaf<K, V> leaf, int shift) {
      int bit = 1 << ((leaf.hash >>> shift) & MASK);
      int place = place(bit);
      if ((bitmap & bit) == 0) {
        Node<K, V>[] more = Arrays.copyOf(children, children.length + 1);
        System.arraycopy(children, place, more, place + 1, children.length - place);
        more[place] = leaf;
        return new Branch<>(bitmap | bit, more);
      }
      return replaced(place, children[place].with(leaf, shift + BITS));
    }

    @Override
    public @Nullable Node<K, V> without(Leaf<K, V> leaf, int shift) {
      int bit = 1 << ((leaf.hash >>> shift) & MASK);
      int place = place(bit);
      Node<K, V> changed = children[place].without(leaf, shift + BITS);
      if (changed != null) {
        return replaced(place, changed);
      }
      if (children.length == 1) {
        return null;
      }
      Node<K, V>[] fewer = Arrays.copyOf(children, children.length - 1);
      System.arraycopy(children, place + 1, fewer, place, fewer.length - place);
      return new Branch<>(bitmap & ~bit, fewer);
    }

    private Branch<K, V> replaced(int place, Node<K, V> child) {
      Node<K, V>[] copy = Arrays.copyOf(children, children.length);
      copy[place] = child;
      return new Branch<>(bitmap, copy);
    }

    @Override
    public void collect(List<Leaf<K, V>> into) {
      for (Node<K, V> child : children) {
        child.collect(into);
      }
    }
  }
}
