package io.kubehop.core.nftables.text;

import io.kubehop.core.nftables.set.ElementKey;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.Notation;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values of known types: one, a prefix, a range, bits joined by commas, or parts joined. */
final class ValueReader {
  private final Cursor cursor;
  private final boolean commasJoin;

  ValueReader(Cursor cursor) {
    this(cursor, true);
  }

  /** Reads values; in the elements of a set a comma does not join bits. */
  ValueReader(Cursor cursor, boolean commasJoin) {
    this.cursor = cursor;
    this.commasJoin = commasJoin;
  }

  /** The key of an element, each part of its type. */
  ElementKey key(List<ValueType> types) {
    if (cursor.take("*")) {
      return ElementKey.OTHERS;
    }
    Key from = new Key();
    Key to = new Key();
    for (int i = 0; i < types.size(); i++) {
      if (i > 0) {
        cursor.expect(".", "and the next part of the key, of type " + types.get(i));
      }
      part(types.get(i), from, to);
    }
    return from.equals(to) ? ElementKey.of(from.copy()) : new ElementKey(from.copy(), to.copy());
  }

  /** One value, prefix or range of a type, joined on to two keys. */
  void part(ValueType type, Key from, Key to) {
    Token token = cursor.peek();
    if (token.kind() == Token.Kind.STRING) {
      cursor.next();
      string(token, type, from, to);
      return;
    }
    String word = cursor.word("a value of type " + type);
    if (type.isBitmask()) {
      bits(token, type, word, from, to);
      return;
    }
    if (type.notation() == Notation.NAME && word.endsWith("*")) {
      string(token, type, from, to);
      return;
    }
    Key single = type.read(word);
    if (single != null) {
      from.pushAll(single);
      to.pushAll(single);
      spacedRange(type, to);
    } else if (!prefix(type, word, from, to) && !range(type, word, from, to)) {
      throw cursor.fault(token, token.shown() + " is no value of type " + type);
    }
  }

  /** {@code a - b}, with blanks. */
  private void spacedRange(ValueType type, Key to) {
    if (cursor.isNext("-")) {
      cursor.next();
      Token token = cursor.peek();
      Key last = type.read(cursor.word("the last value of the range"));
      if (last == null) {
        throw cursor.fault(token, token.shown() + " is no value of type " + type);
      }
      to.truncate(to.size() - 1);
      to.pushAll(last);
    }
  }

  private void string(Token token, ValueType type, Key from, Key to) {
    String name = token.text();
    boolean wildcard = name.endsWith("*") && !name.endsWith("\\*");
    String start = wildcard ? name.substring(0, name.length() - 1) : name.replace("\\*", "*");
    Key value = type.read(start);
    if (value == null) {
      throw cursor.fault(token, token.shown() + " is no value of type " + type);
    }
    from.pushAll(value);
    if (!wildcard) {
      to.pushAll(value);
      return;
    }
    int free = 128 - 8 * start.length();
    to.push(
        value.high(0) | (free > 64 ? -1L >>> (128 - free) : 0),
        value.low(0) | (free >= 64 ? -1L : (1L << free) - 1));
  }

  private void bits(Token token, ValueType type, String first, Key from, Key to) {
    long sum = bit(token, type, first);
    while ((cursor.isNext("|") || (commasJoin && cursor.isNext(",")))
        && cursor.peek(1).kind() == Token.Kind.WORD) {
      cursor.next();
      Token next = cursor.peek();
      sum |= bit(next, type, cursor.word("a value of type " + type));
    }
    from.push(0, sum);
    to.push(0, sum);
  }

  private long bit(Token token, ValueType type, String word) {
    Key value = type.read(word);
    if (value == null) {
      throw cursor.fault(token, token.shown() + " is no value of type " + type);
    }
    return value.low(0);
  }

  private static boolean prefix(ValueType type, String word, Key from, Key to) {
    int slash = word.indexOf('/');
    Key address = slash < 0 ? null : type.read(word.substring(0, slash));
    int length = address == null ? -1 : length(word.substring(slash + 1), type.bits());
    if (address == null || length < 0) {
      return false;
    }
    int free = type.bits() - length;
    long high = free > 64 ? -1L >>> (128 - free) : 0;
    long low = free >= 64 ? -1L : (1L << free) - 1;
    from.push(address.high(0) & ~high, address.low(0) & ~low);
    to.push(address.high(0) | high, address.low(0) | low);
    return true;
  }

  private static int length(String word, int most) {
    if (word.isEmpty() || word.length() > 3 || !word.chars().allMatch(Character::isDigit)) {
      return -1;
    }
    int length = Integer.parseInt(word);
    return length > most ? -1 : length;
  }

  private static boolean range(ValueType type, String word, Key from, Key to) {
    for (int dash = word.indexOf('-'); dash > 0; dash = word.indexOf('-', dash + 1)) {
      Key first = type.read(word.substring(0, dash));
      Key last = type.read(word.substring(dash + 1));
      if (first != null && last != null && first.compare(0, last) <= 0) {
        from.pushAll(first);
        to.pushAll(last);
        return true;
      }
    }
    return false;
  }

  /** A single value of a type, or null if the next token is none; nothing is taken then. */
  @Nullable Key trySingle(ValueType type) {
    Token token = cursor.peek();
    boolean value = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.STRING;
    Key read = value ? type.read(token.text()) : null;
    if (read != null) {
      cursor.next();
    }
    return read;
  }
}
