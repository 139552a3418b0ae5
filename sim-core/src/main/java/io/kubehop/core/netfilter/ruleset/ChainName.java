package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.netfilter.TableName;

/**
 * A chain of a table.
 *
 * @param table its table
 * @param name its name, such as {@code PREROUTING} or {@code KUBE-SERVICES}
 */
public record ChainName(TableName table, String name) {

  /** {@code nat KUBE-SERVICES}. */
  @Override
  public String toString() {
    return table + " " + name;
  }
}
