package io.kubehop.dns.gotext;

import java.util.List;
import java.util.Map;

/** Something in an action of a template that has a value. */
sealed interface Expression {

  /** The value, from the fields of the data. */
  Object evaluate(Map<String, ?> data);

  /** A text or a number. */
  record Literal(Object value) implements Expression {
    @Override
    public Object evaluate(Map<String, ?> data) {
      return value;
    }
  }

  /** Fields of fields. */
  record Path(List<String> fields) implements Expression {
    @Override
    public Object evaluate(Map<String, ?> data) {
      Object value = data;
      for (String field : fields) {
        value = Values.at(value, field);
      }
      return value;
    }
  }

  /** A function with its arguments. */
  record Call(String function, List<Expression> args) implements Expression {
    @Override
    public Object evaluate(Map<String, ?> data) {
      return Functions.call(function, args.stream().map(arg -> arg.evaluate(data)).toList());
    }
  }
}
