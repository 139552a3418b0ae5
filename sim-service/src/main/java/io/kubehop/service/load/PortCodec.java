package io.kubehop.service.load;

import io.kubehop.service.api.IntOrString;
import io.kubehop.service.source.Fields;
import io.kubehop.service.source.SourceScalar;
import io.kubehop.service.source.Value;
import java.util.Optional;

/** Reads values that are a number or a text. */
final class PortCodec {
  private PortCodec() {}

  static Optional<IntOrString> optional(Fields fields, String name) {
    return fields.optional(name).flatMap(PortCodec::decode);
  }

  private static Optional<IntOrString> decode(Value value) {
    boolean text =
        value.node() instanceof SourceScalar scalar && scalar.kind() == SourceScalar.Kind.TEXT;
    return text
        ? value.text().map(IntOrString::of)
        : value.integer(Integer.MIN_VALUE, Integer.MAX_VALUE).map(IntOrString::of);
  }
}
