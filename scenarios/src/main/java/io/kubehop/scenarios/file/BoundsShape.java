package io.kubehop.scenarios.file;

import io.kubehop.scenarios.file.TrafficExpectation.Bounds;
import io.kubehop.scenarios.format.Field;
import io.kubehop.scenarios.format.ObjectShape;
import io.kubehop.scenarios.format.Schema;
import io.kubehop.scenarios.format.Shape;
import io.kubehop.scenarios.format.Shapes;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.Value;
import java.util.List;
import java.util.Optional;

/** A share, or a map of bounds that it must keep. */
enum BoundsShape implements Shape<Bounds> {
  INSTANCE;

  private static final Shape<Double> SHARE = Shapes.NUMBER.parsed(BoundsShape::share);
  private static final ObjectShape<Bounds> BOUNDS =
      ObjectShape.of(
          "Bounds of a share.",
          fields -> {
            Field<Optional<Double>> above = fields.optional("above", SHARE, "More than this.");
            Field<Optional<Double>> below = fields.optional("below", SHARE, "Less than this.");
            Field<Optional<Double>> atLeast = fields.optional("atLeast", SHARE, "This or more.");
            Field<Optional<Double>> atMost = fields.optional("atMost", SHARE, "This or less.");
            return read ->
                new Bounds(
                    Optional.empty(),
                    read.get(above),
                    read.get(below),
                    read.get(atLeast),
                    read.get(atMost));
          });

  private static double share(double number) {
    if (number < 0 || number > 1) {
      throw new IllegalArgumentException(number + " is not a share from 0 to 1");
    }
    return number;
  }

  @Override
  public Optional<Bounds> read(Value value) {
    if (value.node() instanceof SourceMapping) {
      return BOUNDS.read(value);
    }
    return SHARE
        .read(value)
        .map(
            share ->
                new Bounds(
                    Optional.of(share),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
  }

  @Override
  public SourceMapping schema() {
    return Schema.anyOf(List.of(SHARE.schema(), BOUNDS.schema()));
  }
}
