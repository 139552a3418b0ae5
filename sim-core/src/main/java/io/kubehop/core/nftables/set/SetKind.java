package io.kubehop.core.nftables.set;

/** Whether a set maps its elements, and to what. */
public enum SetKind {
  /** A set. */
  SET,
  /** A map to values. */
  DATA_MAP,
  /** A map to verdicts. */
  VERDICT_MAP,
  /** A map to named objects. */
  OBJECT_MAP
}
