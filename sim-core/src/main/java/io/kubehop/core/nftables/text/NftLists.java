package io.kubehop.core.nftables.text;

import io.kubehop.core.nftables.expression.CtKey;
import io.kubehop.core.nftables.expression.MetaKey;
import io.kubehop.core.nftables.expression.PayloadField;
import java.util.ArrayList;
import java.util.List;

/** What is modelled, by name, for documentation. */
final class NftLists {
  static final List<String> MODELLED_STATEMENTS =
      List.of(
          "accept",
          "drop",
          "continue",
          "return",
          "jump",
          "goto",
          "vmap",
          "map",
          "counter",
          "limit",
          "quota",
          "reject",
          "dnat",
          "snat",
          "masquerade",
          "redirect",
          "notrack",
          "meta mark set",
          "ct mark set",
          "add",
          "update",
          "delete",
          "ip saddr set");

  static final List<String> INERT_STATEMENTS =
      List.of(
          "log",
          "tcp option maxseg size set",
          "meta nftrace set",
          "meta priority set",
          "ct helper set");

  private NftLists() {}

  static List<String> modelledExpressions() {
    List<String> names = new ArrayList<>();
    for (PayloadField field : PayloadField.values()) {
      names.add(field.toString());
    }
    for (MetaKey key : MetaKey.values()) {
      names.add(key.toString());
    }
    for (CtKey key : CtKey.values()) {
      names.add("ct " + key.word());
    }
    names.addAll(List.of("fib", "numgen", "jhash", "@nh", "@th"));
    return names;
  }
}
