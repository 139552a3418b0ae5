package io.kubehop.core.nftables.text;

import io.kubehop.core.nftables.expression.Binary;
import io.kubehop.core.nftables.expression.Constant;
import io.kubehop.core.nftables.expression.Ct;
import io.kubehop.core.nftables.expression.CtKey;
import io.kubehop.core.nftables.expression.Expression;
import io.kubehop.core.nftables.expression.Meta;
import io.kubehop.core.nftables.expression.MetaKey;
import io.kubehop.core.nftables.expression.Payload;
import io.kubehop.core.nftables.set.ElementKey;
import io.kubehop.core.nftables.set.SetKind;
import io.kubehop.core.nftables.statement.Assignment;
import io.kubehop.core.nftables.statement.Comparison;
import io.kubehop.core.nftables.statement.Membership;
import io.kubehop.core.nftables.statement.Statement;
import io.kubehop.core.nftables.statement.VerdictMap;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;

/** Reads statements that begin with an expression: matches, verdict maps, assignments. */
final class RelationReader {
  private final Cursor cursor;
  private final ExpressionReader expressions;
  private final SetReader sets;
  private final ValueReader values;

  RelationReader(Cursor cursor, ExpressionReader expressions, SetReader sets) {
    this.cursor = cursor;
    this.expressions = expressions;
    this.sets = sets;
    this.values = new ValueReader(cursor);
  }

  Statement read() {
    Token first = cursor.peek();
    Expression left = expressions.read();
    if (cursor.take("set")) {
      return assignment(first, left);
    }
    if (cursor.take("vmap")) {
      return new VerdictMap(left, sets.source(left.types(), SetKind.VERDICT_MAP, List.of()));
    }
    Comparison.Operator operator = operator();
    if (isSet()) {
      boolean negated = operator == Comparison.Operator.NOT_EQUAL;
      return new Membership(left, negated, sets.source(left.types(), List.of()));
    }
    ElementKey right = values.key(left.types());
    boolean bits = left.types().size() == 1 && left.types().get(0).isBitmask();
    if (bits && cursor.take("/")) {
      return masked(left, operator, right);
    }
    return new Comparison(left, operator, right);
  }

  /** {@code tcp flags syn / fin,syn,rst,ack}. */
  private Statement masked(Expression left, Comparison.Operator operator, ElementKey right) {
    ValueType type = left.types().get(0);
    Key mask = new Key();
    values.part(type, mask, new Key());
    Binary some = new Binary(Binary.Operator.AND, left, Constant.of(type, mask.copy()));
    boolean negated = operator == Comparison.Operator.NOT_EQUAL;
    return new Comparison(some, negated ? operator : Comparison.Operator.EQUAL, right);
  }

  private boolean isSet() {
    Token token = cursor.peek();
    return token.is("{") || (token.kind() == Token.Kind.WORD && token.text().startsWith("@"));
  }

  private Comparison.Operator operator() {
    Comparison.Operator operator =
        switch (cursor.peek().kind() == Token.Kind.STRING ? "" : cursor.peek().text()) {
          case "==", "eq" -> Comparison.Operator.EQUAL;
          case "!=", "ne" -> Comparison.Operator.NOT_EQUAL;
          case "<", "lt" -> Comparison.Operator.LESS;
          case ">", "gt" -> Comparison.Operator.GREATER;
          case "<=", "le" -> Comparison.Operator.AT_MOST;
          case ">=", "ge" -> Comparison.Operator.AT_LEAST;
          case "!" -> Comparison.Operator.NONE_OF;
          default -> Comparison.Operator.IMPLICIT;
        };
    if (operator != Comparison.Operator.IMPLICIT) {
      cursor.next();
    }
    return operator;
  }

  private Statement assignment(Token first, Expression left) {
    boolean settable =
        left instanceof Payload
            || (left instanceof Meta meta && meta.key() == MetaKey.MARK)
            || (left instanceof Ct ct && ct.key() == CtKey.MARK);
    if (!settable) {
      throw cursor.fault(first, "'" + left.text() + "' cannot be set");
    }
    return new Assignment(left, expressions.value(left.types(), sets));
  }
}
