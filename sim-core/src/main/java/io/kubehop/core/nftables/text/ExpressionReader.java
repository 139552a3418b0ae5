package io.kubehop.core.nftables.text;

import io.kubehop.core.nftables.TableFamily;
import io.kubehop.core.nftables.evaluation.StateSite;
import io.kubehop.core.nftables.expression.Binary;
import io.kubehop.core.nftables.expression.Concatenation;
import io.kubehop.core.nftables.expression.Constant;
import io.kubehop.core.nftables.expression.Ct;
import io.kubehop.core.nftables.expression.CtKey;
import io.kubehop.core.nftables.expression.Expression;
import io.kubehop.core.nftables.expression.Fib;
import io.kubehop.core.nftables.expression.Jhash;
import io.kubehop.core.nftables.expression.MapLookUp;
import io.kubehop.core.nftables.expression.Meta;
import io.kubehop.core.nftables.expression.MetaKey;
import io.kubehop.core.nftables.expression.NumGen;
import io.kubehop.core.nftables.expression.Payload;
import io.kubehop.core.nftables.expression.PayloadField;
import io.kubehop.core.nftables.expression.RawPayload;
import io.kubehop.core.nftables.set.ElementKey;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads expressions. What it does not know, it leaves for its caller to keep as it is written. */
final class ExpressionReader {
  private final Cursor cursor;
  private final TableFamily family;
  private final ValueReader values;

  ExpressionReader(Cursor cursor, TableFamily family) {
    this.cursor = cursor;
    this.family = family;
    this.values = new ValueReader(cursor);
  }

  /** Whether the next token begins an expression that is modelled. */
  boolean begins() {
    Token token = cursor.peek();
    if (token.kind() != Token.Kind.WORD) {
      return cursor.isNext("(");
    }
    String word = token.text();
    String second = cursor.peek(1).text();
    return switch (word) {
      case "ip", "ip6", "tcp", "udp", "sctp", "th", "icmp", "icmpv6" ->
          PayloadField.of(word, second) != null;
      case "iif", "oif", "iifname", "oifname", "numgen", "jhash", "fib", "mark" -> true;
      case "meta" -> MetaKey.of(second) != null;
      case "ct" -> ctKey(1) != null || isDirection(second);
      default -> word.startsWith("@nh") || word.startsWith("@th") || word.startsWith("@ll");
    };
  }

  private static boolean isDirection(String word) {
    return word.equals("original") || word.equals("reply");
  }

  /** Reads an expression, with what is joined on and done to its bits. */
  Expression read() {
    List<Expression> parts = new ArrayList<>();
    parts.add(bits());
    while (cursor.take(".")) {
      parts.add(bits());
    }
    return parts.size() == 1 ? parts.get(0) : Concatenation.of(parts);
  }

  private Expression bits() {
    Expression left = primary();
    while (true) {
      Binary.Operator operator = operator(cursor.peek());
      if (operator == null) {
        return left;
      }
      cursor.next();
      left = new Binary(operator, left, operand(left.types().get(0), operator));
    }
  }

  private Expression operand(ValueType type, Binary.Operator operator) {
    boolean shift =
        operator == Binary.Operator.LEFT_SHIFT || operator == Binary.Operator.RIGHT_SHIFT;
    ValueType wanted = shift ? ValueType.integer(32) : type;
    if (begins() && !cursor.isNext("(")) {
      return primary();
    }
    boolean parentheses = cursor.take("(");
    Token token = cursor.peek();
    Key from = new Key();
    values.part(wanted, from, new Key());
    if (parentheses) {
      cursor.expect(")", "behind the bits");
    }
    if (from.size() != 1) {
      throw cursor.fault(token, token.shown() + " is no value of type " + wanted);
    }
    return Constant.of(wanted, from.copy());
  }

  private static Binary.@Nullable Operator operator(Token token) {
    if (token.kind() == Token.Kind.STRING) {
      return null;
    }
    return switch (token.text()) {
      case "&", "and" -> Binary.Operator.AND;
      case "|", "or" -> Binary.Operator.OR;
      case "^", "xor" -> Binary.Operator.XOR;
      case "<<", "lshift" -> Binary.Operator.LEFT_SHIFT;
      case ">>", "rshift" -> Binary.Operator.RIGHT_SHIFT;
      default -> null;
    };
  }

  private Expression primary() {
    if (cursor.take("(")) {
      Expression inner = read();
      cursor.expect(")", "behind the expression");
      return inner;
    }
    Token token = cursor.peek();
    String word = cursor.word("an expression");
    return switch (word) {
      case "ip", "ip6", "tcp", "udp", "sctp", "th", "icmp", "icmpv6" -> payload(token, word);
      case "iif", "oif", "iifname", "oifname", "mark" -> meta(token, word);
      case "meta" -> meta(cursor.peek(), cursor.word("what to read of meta"));
      case "ct" -> ct();
      case "fib" -> fib();
      case "numgen" -> numgen();
      case "jhash" -> jhash();
      default -> {
        if (word.startsWith("@")) {
          yield raw(word.substring(1));
        }
        throw cursor.fault(token, token.shown() + " is no expression of nftables");
      }
    };
  }

  private Expression payload(Token token, String header) {
    String name = cursor.word("a field of " + header);
    PayloadField field = PayloadField.of(header, name);
    if (field == null) {
      throw cursor.fault(token, "'" + header + " " + name + "' is no field of nftables");
    }
    return Payload.of(field);
  }

  private Expression meta(Token token, String word) {
    MetaKey key = MetaKey.of(word);
    if (key == null) {
      throw cursor.fault(token, "'meta " + word + "' is nothing that nftables knows");
    }
    return Meta.of(key);
  }

  private @Nullable CtKey ctKey(int ahead) {
    String one = cursor.peek(ahead).text();
    CtKey key = CtKey.of(one);
    return key != null ? key : CtKey.of(one + " " + cursor.peek(ahead + 1).text());
  }

  private Expression ct() {
    String direction = "";
    if (isDirection(cursor.peek().text())) {
      direction = cursor.next().text() + " ";
    }
    CtKey key = ctKey(0);
    if (key == null && !direction.isEmpty()) {
      key = withoutFamily();
    }
    if (key == null) {
      throw cursor.fault(cursor.peek().shown() + " is nothing that nftables knows of ct");
    }
    boolean familyNamed = cursor.isNextOneOf("ip", "ip6");
    cursor.next();
    if (familyNamed) {
      cursor.next();
    }
    return Ct.of(key, direction);
  }

  /** {@code ct original saddr}, as older tools write it in a table of one family. */
  private @Nullable CtKey withoutFamily() {
    return CtKey.of((family == TableFamily.IP6 ? "ip6 " : "ip ") + cursor.peek().text());
  }

  private Expression raw(String base) {
    cursor.expect(",", "behind @" + base);
    int offset = (int) cursor.number("the first bit");
    cursor.expect(",", "behind the first bit");
    Token token = cursor.peek();
    int bits = (int) cursor.number("how many bits");
    if (bits < 1 || bits > 128) {
      throw cursor.fault(token, "a value has 1 to 128 bits, not " + bits);
    }
    return RawPayload.of(base, offset, bits);
  }

  private Expression numgen() {
    boolean random = cursor.take("random");
    if (!random) {
      cursor.expect("inc", "or 'random' behind numgen");
    }
    long modulus = modulus();
    long offset = cursor.take("offset") ? cursor.number("the first number") : 0;
    return new NumGen(random, modulus, offset, new StateSite("numgen"));
  }

  private long modulus() {
    cursor.expect("mod", "and how many numbers there are");
    Token token = cursor.peek();
    long modulus = cursor.number("how many numbers there are");
    if (modulus < 1 || modulus > Integer.MAX_VALUE) {
      throw cursor.fault(token, "the modulus is from 1 to " + Integer.MAX_VALUE);
    }
    return modulus;
  }

  private Expression jhash() {
    Expression of = read();
    long modulus = modulus();
    long seed = cursor.take("seed") ? cursor.number("the seed") : -1;
    long offset = cursor.take("offset") ? cursor.number("the first number") : 0;
    return new Jhash(of, modulus, seed, offset);
  }

  private Expression fib() {
    boolean source = cursor.take("saddr");
    if (!source) {
      cursor.expect("daddr", "or 'saddr' behind fib");
    }
    boolean mark = false;
    Fib.By by = Fib.By.ANY;
    while (cursor.take(".")) {
      if (cursor.take("mark")) {
        mark = true;
      } else if (cursor.take("iif")) {
        by = Fib.By.IIF;
      } else {
        cursor.expect("oif", ", 'iif' or 'mark'");
        by = Fib.By.OIF;
      }
    }
    if (cursor.take("type")) {
      return Fib.of(source, mark, by, Fib.Result.TYPE);
    }
    if (cursor.take("oifname")) {
      return Fib.of(source, mark, by, Fib.Result.OIFNAME);
    }
    cursor.expect("oif", ", 'oifname' or 'type'");
    int ahead = cursor.isNextOneOf("==", "!=") ? 1 : 0;
    String value = cursor.peek(ahead).text();
    boolean present = value.equals("missing") || value.equals("exists");
    return Fib.of(source, mark, by, present ? Fib.Result.PRESENT : Fib.Result.OIF);
  }

  /** Reads a value of some types, or an expression that has one, with a map behind it. */
  Expression value(List<ValueType> types, SetReader sets) {
    if (!begins()) {
      Token token = cursor.peek();
      ElementKey key = values.key(types);
      if (!key.isExact()) {
        throw cursor.fault(token, token.shown() + " is not a single value");
      }
      return new Constant(types, key.from());
    }
    Expression key = read();
    if (cursor.take("map")) {
      return new MapLookUp(key, sets.source(key.types(), types), types);
    }
    return key;
  }
}
