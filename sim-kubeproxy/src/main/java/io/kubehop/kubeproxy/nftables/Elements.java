package io.kubehop.kubeproxy.nftables;

import io.kubehop.core.nftables.NftTable;
import io.kubehop.core.nftables.set.NftSet;

/** Changes elements of the sets and maps that all Services share. */
final class Elements {
  private Elements() {}

  static NftSet required(NftTable table, String set) {
    NftSet found = table.set(set);
    if (found == null) {
      throw new IllegalStateException("table " + table.key() + " has no " + set);
    }
    return found;
  }

  static NftTable with(NftTable table, MapEntry entry) {
    return table.withElement(entry.map(), entry.element(required(table, entry.map()).header()));
  }

  static NftTable without(NftTable table, MapEntry entry) {
    return table.withoutElement(
        entry.map(), entry.element(required(table, entry.map()).header()).key().from());
  }
}
