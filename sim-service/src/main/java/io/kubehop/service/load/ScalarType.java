package io.kubehop.service.load;

import io.kubehop.service.source.SourceScalar;
import io.kubehop.service.source.Value;
import java.util.regex.Pattern;

/** A field of one value. */
enum ScalarType implements FieldType {
  STRING {
    @Override
    public void check(Value value) {
      value.text();
    }
  },
  INT32 {
    @Override
    public void check(Value value) {
      value.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
  },
  INT64 {
    @Override
    public void check(Value value) {
      value.wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
    }
  },
  NUMBER {
    @Override
    public void check(Value value) {
      value.number();
    }
  },
  BOOLEAN {
    @Override
    public void check(Value value) {
      value.flag();
    }
  },
  DURATION {
    @Override
    public void check(Value value) {
      value.duration();
    }
  },
  INT_OR_STRING {
    @Override
    public void check(Value value) {
      if (!isText(value)) {
        value.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
      }
    }
  },
  QUANTITY {
    @Override
    public void check(Value value) {
      boolean fits =
          value.node() instanceof SourceScalar scalar
              && scalar.kind() != SourceScalar.Kind.BOOLEAN
              && QUANTITY_TEXT.matcher(scalar.text()).matches();
      if (!fits) {
        value.problem("expected a quantity such as 500m or 64Mi, found " + value.node().describe());
      }
    }
  },
  ANY {
    @Override
    public void check(Value value) {
      // Whatever it is, it is what it should be.
    }
  };

  private static final Pattern QUANTITY_TEXT =
      Pattern.compile(
          "[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?");

  private static boolean isText(Value value) {
    return value.node() instanceof SourceScalar scalar && scalar.kind() == SourceScalar.Kind.TEXT;
  }
}
