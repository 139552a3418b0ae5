package io.kubehop.core.netfilter;

import com.google.common.collect.ImmutableSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables of iptables, in the order in which a hook asks them (net/ipv4/netfilter/iptable_*.c),
 * and their built-in chains.
 */
public enum TableName {
  /** Before connection tracking: what is not to be tracked. */
  RAW(Hook.PREROUTING, Hook.OUTPUT),
  /** Changes of packets and marks. */
  MANGLE(Hook.values()),
  /** Translation of the first packet of a connection. */
  NAT(Hook.PREROUTING, Hook.INPUT, Hook.OUTPUT, Hook.POSTROUTING),
  /** What may pass. */
  FILTER(Hook.INPUT, Hook.FORWARD, Hook.OUTPUT),
  /** SELinux labels. */
  SECURITY(Hook.INPUT, Hook.FORWARD, Hook.OUTPUT);

  /** All of them. */
  public static final Set<TableName> ALL =
      Collections.unmodifiableSet(EnumSet.allOf(TableName.class));

  private final String text = name().toLowerCase(Locale.ROOT);
  private final ImmutableSet<Hook> hooks;

  TableName(Hook... hooks) {
    this.hooks = ImmutableSet.copyOf(hooks);
  }

  /** The hooks where it has a built-in chain of the same name, in the order of {@link Hook}. */
  public Set<Hook> hooks() {
    return hooks;
  }

  /** The built-in chain that a name stands for here, or null if it is none. */
  public @Nullable Hook builtIn(String chain) {
    for (Hook hook : hooks) {
      if (hook.name().equals(chain)) {
        return hook;
      }
    }
    return null;
  }

  /** The table of a name such as {@code nat}, or null. */
  public static @Nullable TableName of(String text) {
    for (TableName table : List.of(values())) {
      if (table.text.equals(text)) {
        return table;
      }
    }
    return null;
  }

  /** The name in lower case, as {@code -t} takes it. */
  @Override
  public String toString() {
    return text;
  }
}
