package io.kubehop.core.ipvs;

import org.jspecify.annotations.Nullable;

/**
 * An object that a {@link ChainedHash} links through itself.
 *
 * @param <E> the type of the object
 */
abstract class ChainNode<E extends ChainNode<E>> {
  /** The place in the order of making, which never repeats. */
  long sequence;

  @Nullable E nextInChain;

  /** The hash of its key, which must not change while it is linked. */
  abstract int chainHash();
}
