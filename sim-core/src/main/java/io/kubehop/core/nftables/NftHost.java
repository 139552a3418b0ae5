package io.kubehop.core.nftables;

import io.kubehop.core.nftables.evaluation.NftContext;

/** A host that keeps what the tables of nftables change. */
public interface NftHost extends NftContext {

  /** What the rules of this host keep. */
  NftState nftState();
}
