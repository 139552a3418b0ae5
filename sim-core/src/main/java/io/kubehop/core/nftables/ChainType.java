package io.kubehop.core.nftables;

import java.util.Locale;

/** What the rules of a base chain may do. */
public enum ChainType {
  /** Anything but translate. */
  FILTER,
  /** Translate; such a chain sees the first packet of a connection only. */
  NAT,
  /** As filter; the route of a packet that it changes is looked up again. */
  ROUTE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
