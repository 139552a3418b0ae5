package io.kubehop.kubeproxy.nftables;

import io.kubehop.core.nftables.set.SetHeader;
import java.util.List;

/**
 * What one port of a Service contributes to a node's table.
 *
 * @param port the port, as {@code NAMESPACE/NAME:PORT}
 * @param chains its own chains
 * @param affinity the sets of clients that keep an endpoint
 * @param entries its elements in sets and maps that all share
 */
record NftablesBlock(
    String port, List<ChainText> chains, List<SetHeader> affinity, List<MapEntry> entries) {
  /** Nothing. */
  static final NftablesBlock NONE = new NftablesBlock("", List.of(), List.of(), List.of());

  NftablesBlock {
    chains = List.copyOf(chains);
    affinity = List.copyOf(affinity);
    entries = List.copyOf(entries);
  }
}
