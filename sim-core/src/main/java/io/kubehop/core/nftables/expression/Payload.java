package io.kubehop.core.nftables.expression;

import io.kubehop.core.net.Packet;
import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;

/**
 * A field of a header, such as {@code tcp dport}. A packet without that header has no value, so
 * that no rule with it matches, negated or not.
 *
 * @param field the field
 * @param types its type
 */
public record Payload(PayloadField field, List<ValueType> types) implements Expression {

  /** Reads a field. */
  public static Payload of(PayloadField field) {
    return new Payload(field, List.of(field.type()));
  }

  @Override
  public int load(Evaluation at, Key into) {
    Packet packet = at.skb().packet();
    if (!field.header().isIn(packet)) {
      return ABSENT;
    }
    field.read(packet, into);
    return LOADED;
  }

  @Override
  public String text() {
    return field.toString();
  }
}
