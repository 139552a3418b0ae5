package io.kubehop.core.nftables.text;

import io.kubehop.core.nftables.NftChain;
import io.kubehop.core.nftables.NftRule;
import io.kubehop.core.nftables.TableFamily;
import io.kubehop.core.nftables.evaluation.SetSource;
import io.kubehop.core.nftables.expression.Expression;
import io.kubehop.core.nftables.set.SetHeader;
import io.kubehop.core.nftables.set.SetKind;
import io.kubehop.core.nftables.statement.Nat;
import io.kubehop.core.nftables.statement.NoTrack;
import io.kubehop.core.nftables.statement.ObjectReference;
import io.kubehop.core.nftables.statement.SetUpdate;
import io.kubehop.core.nftables.statement.Statement;
import io.kubehop.core.nftables.statement.UnmodelledStatement;
import io.kubehop.core.nftables.statement.VerdictStatement;
import io.kubehop.core.nftables.value.NftVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads rules. */
final class RuleReader {
  private final Cursor cursor;
  private final TableFamily family;
  private final Declared declared;
  private final ExpressionReader expressions;
  private final SetReader sets;
  private final StatefulReader stateful;
  private final RelationReader relations;

  RuleReader(Cursor cursor, TableFamily family, Declared declared) {
    this.declared = declared;
    this.cursor = cursor;
    this.family = family;
    this.expressions = new ExpressionReader(cursor, family);
    this.sets = new SetReader(cursor, this);
    this.stateful = new StatefulReader(cursor);
    this.relations = new RelationReader(cursor, expressions, sets);
  }

  ExpressionReader expressions() {
    return expressions;
  }

  SetReader sets() {
    return sets;
  }

  /** Reads a rule up to the end of its line. */
  NftRule rule() {
    List<Statement> statements = new ArrayList<>();
    String comment = "";
    while (!cursor.isAtStatementEnd()) {
      if (cursor.take("comment")) {
        comment = cursor.string("the comment");
      } else {
        statements.add(statement());
      }
    }
    return new NftRule(statements, comment, null);
  }

  private Statement statement() {
    Token first = cursor.peek();
    Statement inert = new InertReader(cursor).tryRead();
    if (inert != null) {
      return inert;
    }
    if (Unmodelled.begins(cursor)) {
      return new UnmodelledStatement(cursor.rest());
    }
    if (isNamedObject()) {
      return objectReference();
    }
    Statement kept = stateful.tryRead();
    if (kept != null) {
      return kept;
    }
    NftVerdict verdict = tryVerdict();
    if (verdict != null) {
      return new VerdictStatement(verdict);
    }
    Statement action = action(first.text());
    if (action != null) {
      return action;
    }
    if (!expressions.begins()) {
      throw cursor.fault(first.shown() + " begins no statement of nftables");
    }
    return relations.read();
  }

  private @Nullable Statement action(String word) {
    switch (word) {
      case "reject" -> {
        cursor.next();
        return new RejectReader(cursor).read();
      }
      case "notrack" -> {
        cursor.next();
        return new NoTrack();
      }
      case "dnat", "snat", "masquerade", "redirect" -> {
        cursor.next();
        Nat.Kind kind = Nat.Kind.of(word);
        return new NatReader(cursor, family, expressions, sets).read(kind);
      }
      case "add", "update", "delete" -> {
        cursor.next();
        return setUpdate(Objects.requireNonNull(SetUpdate.Operation.of(word)));
      }
      case "set" -> {
        cursor.next();
        return oldSetUpdate();
      }
      default -> {
        return null;
      }
    }
  }

  private boolean isNamedObject() {
    return cursor.isNextOneOf("counter", "limit", "quota") && cursor.peek(1).is("name");
  }

  private Statement objectReference() {
    String kind = cursor.next().text();
    cursor.next();
    if (!expressions.begins()) {
      return new ObjectReference(kind, cursor.wordOrString("the object's name"), null, null);
    }
    Expression key = expressions.read();
    cursor.expect("map", "behind what is looked up");
    SetSource map = sets.source(key.types(), SetKind.OBJECT_MAP, List.of());
    return new ObjectReference(kind, "", key, map);
  }

  private Statement setUpdate(SetUpdate.Operation operation) {
    String set = setName();
    cursor.expect("{", "and the element");
    Statement update = update(operation, set);
    cursor.expect("}", "behind the element");
    return update;
  }

  private Expression data(String set) {
    SetHeader header = declared.set(set);
    return expressions.value(header == null ? List.of() : header.dataTypes(), sets);
  }

  private String setName() {
    Token token = cursor.peek();
    String set = cursor.word("a set, as in @name");
    if (!set.startsWith("@")) {
      throw cursor.fault(token, "expected a set, as in @name, found " + token.shown());
    }
    return set.substring(1);
  }

  private Statement update(SetUpdate.Operation operation, String set) {
    Expression key = expressions.read();
    long timeout = cursor.take("timeout") ? sets.time() : 0;
    List<Statement> statements = new ArrayList<>();
    while (!cursor.isNextOneOf("}", ":")) {
      Statement each = stateful.tryRead();
      if (each == null) {
        throw cursor.fault("expected '}' behind the element, found " + cursor.peek().shown());
      }
      statements.add(each);
    }
    Expression data = cursor.take(":") ? data(set) : null;
    return new SetUpdate(operation, set, key, timeout, List.copyOf(statements), data);
  }

  /** {@code set add ip saddr @name}, as older tools write it. */
  private Statement oldSetUpdate() {
    Token token = cursor.peek();
    SetUpdate.Operation operation = SetUpdate.Operation.of(cursor.word("add, update or delete"));
    if (operation == null) {
      throw cursor.fault(token, token.shown() + " is none of add, update and delete");
    }
    Expression key = expressions.read();
    long timeout = cursor.take("timeout") ? sets.time() : 0;
    return new SetUpdate(operation, setName(), key, timeout, List.of(), null);
  }

  /** Reads a verdict. */
  NftVerdict verdict() {
    Token token = cursor.peek();
    NftVerdict verdict = tryVerdict();
    if (verdict == null) {
      throw cursor.fault(token, "expected a verdict, found " + token.shown());
    }
    return verdict;
  }

  private @Nullable NftVerdict tryVerdict() {
    if (cursor.peek().kind() != Token.Kind.WORD) {
      return null;
    }
    switch (cursor.peek().text()) {
      case "accept" -> {
        return taken(NftVerdict.ACCEPT);
      }
      case "drop" -> {
        return taken(NftVerdict.DROP);
      }
      case "continue" -> {
        return taken(NftVerdict.CONTINUE);
      }
      case "return" -> {
        return taken(NftVerdict.RETURN);
      }
      case "jump" -> {
        return target(NftVerdict.JUMPED);
      }
      case "goto" -> {
        return target(NftVerdict.GONE);
      }
      default -> {
        return null;
      }
    }
  }

  private NftVerdict taken(NftVerdict verdict) {
    cursor.next();
    return verdict;
  }

  private NftVerdict target(int code) {
    cursor.next();
    if (cursor.take("{")) {
      return new NftVerdict(code, "", NftChain.of("", rulesToBrace()));
    }
    return new NftVerdict(code, cursor.wordOrString("a chain"), null);
  }

  /** Reads rules up to a closing brace, which is taken too. */
  List<NftRule> rulesToBrace() {
    List<NftRule> rules = new ArrayList<>();
    cursor.skipLineEnds();
    while (!cursor.take("}")) {
      if (cursor.isAtEnd()) {
        throw cursor.fault("expected '}' behind the rules, found the end of the text");
      }
      rules.add(rule());
      cursor.skipLineEnds();
    }
    return rules;
  }
}
