package io.kubehop.core.netfilter;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The five places where a packet meets netfilter (include/uapi/linux/netfilter.h). */
public enum Hook {
  /** After coming in by an interface, before routing. */
  PREROUTING,
  /** After routing, if it is for this host. */
  INPUT,
  /** After routing, if it is for another host. */
  FORWARD,
  /** After a local process made it and a first route was chosen. */
  OUTPUT,
  /** Before going out by an interface. */
  POSTROUTING;

  /** All of them. */
  public static final Set<Hook> ALL = Collections.unmodifiableSet(EnumSet.allOf(Hook.class));
}
