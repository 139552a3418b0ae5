package io.kubehop.core.collect;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map in order of its keys (an AVL tree, Adelson-Velsky and Landis 1962). Each entry
 * has a weight; the sum of the weights before a key is known in logarithmic time. Changes copy one
 * path and leave the old map as it was. The empty map is null.
 *
 * @param <V> values
 */
public final class SortedTree<V> {
  private final String key;
  private final V value;
  private final int weight;
  private final @Nullable SortedTree<V> left;
  private final @Nullable SortedTree<V> right;
  private final int height;
  private final int total;

  private SortedTree(
      String key,
      V value,
      int weight,
      @Nullable SortedTree<V> left,
      @Nullable SortedTree<V> right) {
    this.key = key;
    this.value = value;
    this.weight = weight;
    this.left = left;
    this.right = right;
    this.height = 1 + Math.max(height(left), height(right));
    this.total = weight + total(left) + total(right);
  }

  /** The sum of all weights. */
  public static int total(@Nullable SortedTree<?> tree) {
    return tree == null ? 0 : tree.total;
  }

  /** The value of a key, or null. */
  public static <V> @Nullable V get(@Nullable SortedTree<V> tree, String key) {
    SortedTree<V> at = tree;
    while (at != null) {
      int order = key.compareTo(at.key);
      if (order == 0) {
        return at.value;
      }
      at = order < 0 ? at.left : at.right;
    }
    return null;
  }

  /** The sum of the weights of all entries before a key. */
  public static int totalBefore(@Nullable SortedTree<?> tree, String key) {
    int sum = 0;
    SortedTree<?> at = tree;
    while (at != null) {
      if (key.compareTo(at.key) <= 0) {
        at = at.left;
      } else {
        sum += at.weight + total(at.left);
        at = at.right;
      }
    }
    return sum;
  }

  /** The map with a value for a key. */
  public static <V> SortedTree<V> with(
      @Nullable SortedTree<V> tree, String key, V value, int weight) {
    if (tree == null) {
      return new SortedTree<>(key, value, weight, null, null);
    }
    int order = key.compareTo(tree.key);
    if (order == 0) {
      return new SortedTree<>(key, value, weight, tree.left, tree.right);
    }
    return order < 0
        ? tree.balanced(with(tree.left, key, value, weight), tree.right)
        : tree.balanced(tree.left, with(tree.right, key, value, weight));
  }

  /** The map without a key. */
  public static <V> @Nullable SortedTree<V> without(@Nullable SortedTree<V> tree, String key) {
    if (tree == null) {
      return null;
    }
    int order = key.compareTo(tree.key);
    if (order < 0) {
      return tree.balanced(without(tree.left, key), tree.right);
    }
    if (order > 0) {
      return tree.balanced(tree.left, without(tree.right, key));
    }
    if (tree.left == null || tree.right == null) {
      return tree.left == null ? tree.right : tree.left;
    }
    SortedTree<V> next = first(tree.right);
    return next.balanced(tree.left, without(tree.right, next.key));
  }

  /** Visits all entries in order. */
  public static <V> void forEach(
      @Nullable SortedTree<V> tree, BiConsumer<String, ? super V> visitor) {
    if (tree != null) {
      forEach(tree.left, visitor);
      visitor.accept(tree.key, tree.value);
      forEach(tree.right, visitor);
    }
  }

  private static <V> SortedTree<V> first(SortedTree<V> tree) {
    SortedTree<V> at = tree;
    while (at.left != null) {
      at = at.left;
    }
    return at;
  }

  /** This entry over two subtrees, whose heights differ by at most 2. */
  private SortedTree<V> balanced(
      @Nullable SortedTree<V> newLeft, @Nullable SortedTree<V> newRight) {
    if (newLeft == left && newRight == right) {
      return this;
    }
    int lean = height(newLeft) - height(newRight);
    if (lean > 1 && newLeft != null) {
      SortedTree<V> top =
          height(newLeft.left) >= height(newLeft.right) ? newLeft : newLeft.rotatedLeft();
      return top.over(top.left, over(top.right, newRight));
    }
    if (lean < -1 && newRight != null) {
      SortedTree<V> top =
          height(newRight.right) >= height(newRight.left) ? newRight : newRight.rotatedRight();
      return top.over(over(newLeft, top.left), top.right);
    }
    return over(newLeft, newRight);
  }

  private SortedTree<V> rotatedLeft() {
    return right == null ? this : right.over(over(left, right.left), right.right);
  }

  private SortedTree<V> rotatedRight() {
    return left == null ? this : left.over(left.left, over(left.right, right));
  }

  private SortedTree<V> over(@Nullable SortedTree<V> newLeft, @Nullable SortedTree<V> newRight) {
    return new SortedTree<>(key, value, weight, newLeft, newRight);
  }

  private static int height(@Nullable SortedTree<?> tree) {
    return tree == null ? 0 : tree.height;
  }
}
