/**
 * Persistent maps: changes copy one path and leave the old map as it was, so that thousands of
 * hosts can share nearly the same state. Used inside sim-core, and not exported.
 *
 * <p>May not live here: anything that the JDK or Guava has.
 */
@NullMarked
package io.kubehop.core.collect;

import org.jspecify.annotations.NullMarked;
