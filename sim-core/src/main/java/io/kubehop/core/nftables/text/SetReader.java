package io.kubehop.core.nftables.text;

import io.kubehop.core.nftables.evaluation.SetSource;
import io.kubehop.core.nftables.set.ElementData;
import io.kubehop.core.nftables.set.ElementKey;
import io.kubehop.core.nftables.set.Elements;
import io.kubehop.core.nftables.set.NftSet;
import io.kubehop.core.nftables.set.SetElement;
import io.kubehop.core.nftables.set.SetHeader;
import io.kubehop.core.nftables.set.SetKind;
import io.kubehop.core.nftables.statement.Statement;
import io.kubehop.core.nftables.value.TimeText;
import io.kubehop.core.nftables.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the elements of sets and maps, anonymous ones and those of named ones. */
final class SetReader {
  private final Cursor cursor;
  private final ValueReader values;
  private final StatefulReader stateful;
  private final RuleReader rules;

  SetReader(Cursor cursor, RuleReader rules) {
    this.cursor = cursor;
    this.values = new ValueReader(cursor, false);
    this.stateful = new StatefulReader(cursor);
    this.rules = rules;
  }

  /** A set or map to values, by name or written down; no data types make a set. */
  SetSource source(List<ValueType> keyTypes, List<ValueType> dataTypes) {
    return source(keyTypes, dataTypes.isEmpty() ? SetKind.SET : SetKind.DATA_MAP, dataTypes);
  }

  /** A set or map of a kind. */
  SetSource source(List<ValueType> keyTypes, SetKind kind, List<ValueType> dataTypes) {
    Token token = cursor.peek();
    if (token.kind() == Token.Kind.WORD && token.text().startsWith("@")) {
      return new SetSource.Named(cursor.next().text().substring(1));
    }
    SetHeader header = SetHeader.plain("", kind, keyTypes, dataTypes);
    return new SetSource.Anonymous(new NftSet(header, elements(header)));
  }

  /** Elements in braces. */
  Elements elements(SetHeader header) {
    cursor.expect("{", "and the elements");
    List<SetElement> elements = new ArrayList<>();
    cursor.skipNewlines();
    while (!cursor.take("}")) {
      elements.add(element(header));
      cursor.skipNewlines();
      if (!cursor.isNext("}")) {
        cursor.expect(",", "or '}' behind an element");
        cursor.skipNewlines();
      }
    }
    return Elements.of(elements);
  }

  SetElement element(SetHeader header) {
    ElementKey key = values.key(header.keyTypes());
    long timeout = 0;
    long expires = -1;
    String comment = "";
    List<Statement> statements = new ArrayList<>();
    while (!cursor.isNextOneOf(",", "}", ":") && !isAtEnd()) {
      if (cursor.take("timeout")) {
        timeout = time();
      } else if (cursor.take("expires")) {
        expires = time();
      } else if (cursor.take("comment")) {
        comment = cursor.string("the comment");
      } else {
        statements.add(statement());
      }
    }
    ElementData data = header.kind() == SetKind.SET ? null : data(header);
    return new SetElement(key, data, timeout, expires, -1, List.copyOf(statements), comment);
  }

  private boolean isAtEnd() {
    return cursor.isAtEnd() || cursor.peek().kind() == Token.Kind.NEWLINE;
  }

  private Statement statement() {
    Token token = cursor.peek();
    Statement statement = stateful.tryRead();
    if (statement == null) {
      throw cursor.fault(token, "expected ',' or '}' behind an element, found " + token.shown());
    }
    return statement;
  }

  long time() {
    Token token = cursor.peek();
    long millis = TimeText.read(cursor.word("a span of time"));
    if (millis < 0) {
      throw cursor.fault(token, token.shown() + " is no span of time, such as 1h30m");
    }
    return millis;
  }

  private @Nullable ElementData data(SetHeader header) {
    cursor.expect(":", "and what the element maps to");
    cursor.skipNewlines();
    return switch (header.kind()) {
      case SET -> null;
      case VERDICT_MAP -> ElementData.of(rules.verdict());
      case OBJECT_MAP -> ElementData.ofObject(cursor.wordOrString("the name of an object"));
      case DATA_MAP -> {
        ElementKey data = values.key(header.dataTypes());
        yield ElementData.of(data.from(), data.to());
      }
    };
  }
}
