package io.kubehop.core.nftables.text;

import io.kubehop.core.nftables.TableFamily;
import io.kubehop.core.nftables.expression.Expression;
import io.kubehop.core.nftables.set.Elements;
import io.kubehop.core.nftables.set.NftSet;
import io.kubehop.core.nftables.set.SetHeader;
import io.kubehop.core.nftables.set.SetKind;
import io.kubehop.core.nftables.value.ValueType;
import io.kubehop.core.nftables.value.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the block of a named set or map. */
final class SetBlockReader {
  private final Cursor cursor;
  private final RuleReader rules;
  private final boolean map;

  private @Nullable List<ValueType> keyTypes;
  private List<ValueType> dataTypes = List.of();
  private SetKind kind = SetKind.SET;
  private String typeText = "";
  private final List<String> flags = new ArrayList<>();
  private final List<String> other = new ArrayList<>();
  private long timeout;
  private int size;
  private String comment = "";

  SetBlockReader(Cursor cursor, TableFamily family, boolean map) {
    this.cursor = cursor;
    this.rules = new RuleReader(cursor, family, name -> null);
    this.map = map;
  }

  /** Reads from the opening brace to the closing one; null if its types are not modelled. */
  @Nullable NftSet read(String name) {
    Token first = cursor.peek();
    cursor.expect("{", "behind the name");
    Elements elements = Elements.NONE;
    cursor.skipLineEnds();
    while (!cursor.take("}")) {
      if (cursor.isAtEnd()) {
        throw cursor.fault("expected '}' at the end of " + name + ", found the end of the text");
      }
      if (cursor.take("elements")) {
        cursor.expect("=", "behind elements");
        elements = rules.sets().elements(header(first, name));
      } else if (!line()) {
        return null;
      }
      cursor.skipLineEnds();
    }
    return new NftSet(header(first, name), elements);
  }

  private SetHeader header(Token first, String name) {
    if (keyTypes == null) {
      throw cursor.fault(first, name + " has no type");
    }
    return new SetHeader(
        name, kind, keyTypes, dataTypes, typeText, flags, timeout, size, other, comment);
  }

  /** Reads one line; returns false if it names a type that is not modelled. */
  private boolean line() {
    Token first = cursor.peek();
    switch (cursor.word("a property of a set")) {
      case "type" -> {
        return types(first);
      }
      case "typeof" -> {
        return typesOf(first);
      }
      case "flags" -> flags();
      case "timeout" -> timeout = rules.sets().time();
      case "size" -> size = (int) cursor.number("the size");
      case "comment" -> comment = cursor.string("the comment");
      case "policy", "gc-interval", "auto-merge", "counter", "limit", "quota", "ct", "last" -> {
        while (!cursor.isAtStatementEnd()) {
          cursor.next();
        }
        other.add(cursor.since(first));
      }
      default -> throw cursor.fault(first, first.shown() + " is no property of a set or map");
    }
    return true;
  }

  private void flags() {
    do {
      flags.add(cursor.word("a flag"));
    } while (cursor.take(","));
  }

  private boolean types(Token first) {
    List<ValueType> keys = typeList();
    if (keys == null) {
      return false;
    }
    keyTypes = keys;
    if (map) {
      cursor.expect(":", "and what elements map to");
      cursor.take("interval");
      if (!dataType()) {
        return false;
      }
    }
    typeText = cursor.since(first);
    return true;
  }

  private boolean dataType() {
    if (cursor.take("verdict")) {
      kind = SetKind.VERDICT_MAP;
      return true;
    }
    if (cursor.isNextOneOf("counter", "quota", "limit")) {
      cursor.next();
      kind = SetKind.OBJECT_MAP;
      return true;
    }
    List<ValueType> data = typeList();
    if (data == null) {
      return false;
    }
    kind = SetKind.DATA_MAP;
    dataTypes = data;
    return true;
  }

  private @Nullable List<ValueType> typeList() {
    List<ValueType> types = new ArrayList<>();
    boolean known = true;
    do {
      ValueType type = ValueTypes.of(cursor.word("a type"));
      known &= type != null;
      if (type != null) {
        types.add(type);
      }
    } while (cursor.take("."));
    return known ? types : null;
  }

  private boolean typesOf(Token first) {
    if (!rules.expressions().begins()) {
      return false;
    }
    Expression key = rules.expressions().read();
    keyTypes = key.types();
    if (map) {
      cursor.expect(":", "and what elements map to");
      cursor.take("interval");
      if (cursor.isNextOneOf("verdict", "counter", "quota", "limit")) {
        dataType();
      } else if (rules.expressions().begins()) {
        kind = SetKind.DATA_MAP;
        dataTypes = rules.expressions().read().types();
      } else {
        return false;
      }
    }
    typeText = cursor.since(first);
    return true;
  }
}
