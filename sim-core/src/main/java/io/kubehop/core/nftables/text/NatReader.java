package io.kubehop.core.nftables.text;

import io.kubehop.core.nftables.TableFamily;
import io.kubehop.core.nftables.evaluation.SetSource;
import io.kubehop.core.nftables.expression.Constant;
import io.kubehop.core.nftables.expression.Expression;
import io.kubehop.core.nftables.expression.MapLookUp;
import io.kubehop.core.nftables.statement.Nat;
import io.kubehop.core.nftables.statement.NatFlags;
import io.kubehop.core.nftables.statement.NatOperand;
import io.kubehop.core.nftables.statement.NatTarget;
import io.kubehop.core.nftables.statement.Statement;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import io.kubehop.core.nftables.value.ValueTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads translations. */
final class NatReader {
  private static final List<ValueType> PORT = List.of(ValueTypes.INET_SERVICE);

  private final Cursor cursor;
  private final TableFamily table;
  private final ExpressionReader expressions;
  private final SetReader sets;
  private final ValueReader values;

  NatReader(Cursor cursor, TableFamily table, ExpressionReader expressions, SetReader sets) {
    this.cursor = cursor;
    this.table = table;
    this.expressions = expressions;
    this.sets = sets;
    this.values = new ValueReader(cursor);
  }

  Statement read(Nat.Kind kind) {
    String family = family();
    boolean prefix = cursor.take("prefix");
    if (cursor.take("addr")) {
      cursor.expect(".", "and 'port'");
      cursor.expect("port", "behind 'addr .'");
    }
    NatOperand address = null;
    NatOperand port = null;
    boolean said = cursor.take("to");
    if (said || (!cursor.isAtStatementEnd() && !isFlag() && !cursor.isNext("comment"))) {
      boolean ports = cursor.peek().text().startsWith(":");
      if (!ports) {
        address = address(family);
      }
      port = port();
    }
    NatFlags flags = flags();
    return new Nat(kind, family, NatTarget.of(address, port, prefix, flags), flags);
  }

  private String family() {
    boolean named = cursor.isNextOneOf("ip", "ip6");
    boolean behind =
        cursor.peek(1).is("to") || cursor.peek(1).is("prefix") || cursor.peek(1).is("addr");
    return named && behind ? cursor.next().text() : "";
  }

  private boolean isFlag() {
    return cursor.isNextOneOf("random", "fully-random", "persistent");
  }

  private NatFlags flags() {
    boolean random = false;
    boolean fully = false;
    boolean persistent = false;
    while (isFlag()) {
      String flag = cursor.next().text();
      random |= flag.equals("random");
      fully |= flag.equals("fully-random");
      persistent |= flag.equals("persistent");
      cursor.take(",");
    }
    return new NatFlags(random, fully, persistent);
  }

  private NatOperand address(String family) {
    if (expressions.begins()) {
      Expression key = expressions.read();
      ValueType type = addressType(family);
      cursor.expect("map", "behind what is looked up");
      SetSource map = sets.source(key.types(), mapTypes(type));
      return new NatOperand(new MapLookUp(key, map, mapTypes(type)), null);
    }
    Token token = cursor.peek();
    String word = cursor.word("an address");
    boolean brackets = word.startsWith("[");
    int end = brackets ? word.indexOf(']') : end(word);
    if (brackets && end < 0) {
      throw cursor.fault(token, token.shown() + " lacks ']'");
    }
    String text = word.substring(brackets ? 1 : 0, end);
    putBack(word, brackets ? end + 1 : end);
    return constant(token, text);
  }

  /** Whether a map gives a port too is seen from its first element. */
  private List<ValueType> mapTypes(ValueType address) {
    int depth = 0;
    boolean data = false;
    for (int i = 0; cursor.peek(i).kind() != Token.Kind.END; i++) {
      Token token = cursor.peek(i);
      depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
      if (depth == 0 || (data && token.is(","))) {
        break;
      }
      if (data && token.is(".")) {
        return List.of(address, ValueTypes.INET_SERVICE);
      }
      data |= token.is(":");
    }
    return List.of(address);
  }

  private ValueType addressType(String family) {
    boolean v6 = family.equals("ip6") || (family.isEmpty() && table == TableFamily.IP6);
    return v6 ? ValueTypes.IPV6_ADDR : ValueTypes.IPV4_ADDR;
  }

  /**
   * Where the address of {@code 10.0.0.1:80} ends; an IPv6 address has no port without brackets.
   */
  private static int end(String word) {
    int colon = word.indexOf(':');
    boolean one = colon >= 0 && colon == word.lastIndexOf(':');
    return one && word.indexOf('.') >= 0 ? colon : word.length();
  }

  private void putBack(String word, int taken) {
    if (taken < word.length()) {
      cursor.splitLast(taken);
    }
  }

  private NatOperand constant(Token token, String text) {
    boolean v6 = text.indexOf(':') >= 0;
    ValueType type = v6 ? ValueTypes.IPV6_ADDR : ValueTypes.IPV4_ADDR;
    Key from = new Key();
    Key to = new Key();
    Cursor one = new Cursor(text);
    try {
      new ValueReader(one).part(type, from, to);
    } catch (NftTextException wrong) {
      throw cursor.fault(token, "'" + text + "' is no value of type " + type);
    }
    return operand(type, from, to);
  }

  private static NatOperand operand(ValueType type, Key from, Key to) {
    Constant first = Constant.of(type, from.copy());
    return new NatOperand(first, from.equals(to) ? null : to.copy());
  }

  private @Nullable NatOperand port() {
    if (!cursor.peek().text().startsWith(":")) {
      return null;
    }
    cursor.next();
    if (cursor.peek(-1).text().length() > 1) {
      cursor.splitLast(1);
    }
    if (expressions.begins()) {
      Expression key = expressions.read();
      cursor.expect("map", "behind what is looked up");
      return new NatOperand(new MapLookUp(key, sets.source(key.types(), PORT), PORT), null);
    }
    Key from = new Key();
    Key to = new Key();
    values.part(ValueTypes.INET_SERVICE, from, to);
    return operand(ValueTypes.INET_SERVICE, from, to);
  }
}
