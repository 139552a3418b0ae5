package io.kubehop.kubeproxy.nftables;

import io.kubehop.core.nftables.set.SetElement;
import io.kubehop.core.nftables.set.SetHeader;
import io.kubehop.core.nftables.text.NftText;

/**
 * An element that a port contributes to a set or map that all share.
 *
 * @param map the set or map
 * @param key the key, as it is written
 * @param verdict what it maps to; empty in a set
 * @param comment a comment; may be empty
 */
record MapEntry(String map, String key, String verdict, String comment) {

  /** The element itself. */
  SetElement element(SetHeader header) {
    return NftText.element(
        header,
        key
            + (comment.isEmpty() ? "" : " comment \"" + comment + '"')
            + (verdict.isEmpty() ? "" : " : " + verdict));
  }

  /** What no two elements have in common. */
  String place() {
    return map + " " + key;
  }
}
