package io.kubehop.core.conntrack;

/** Which end of a connection is rewritten. */
public enum NatKind {
  /** The source, at POSTROUTING and INPUT. */
  SOURCE,
  /** The destination, at PREROUTING and OUTPUT. */
  DESTINATION
}
