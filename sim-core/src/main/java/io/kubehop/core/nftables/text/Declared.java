package io.kubehop.core.nftables.text;

import io.kubehop.core.nftables.set.SetHeader;
import org.jspecify.annotations.Nullable;

/** What a table declares, for rules that name it. */
interface Declared {

  /** The set or map of a name; null if it is not modelled, or not declared. */
  @Nullable SetHeader set(String name);
}
