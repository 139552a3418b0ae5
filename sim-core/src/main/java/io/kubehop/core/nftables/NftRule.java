package io.kubehop.core.nftables;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.statement.Nat;
import io.kubehop.core.nftables.statement.Reject;
import io.kubehop.core.nftables.statement.Statement;
import io.kubehop.core.nftables.value.NftVerdict;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule: statements that run from left to right until one says a verdict or does not match. What
 * those in front of it did has happened.
 *
 * @param statements what it does
 * @param comment a comment; may be empty
 * @param origin what it was written for, such as {@code Service/shop/cart}, if it is known
 */
public record NftRule(List<Statement> statements, String comment, @Nullable String origin) {

  /** Copies the statements. */
  public NftRule {
    statements = List.copyOf(statements);
  }

  /** The same, written for something. */
  public NftRule withOrigin(String newOrigin) {
    return new NftRule(statements, comment, newOrigin);
  }

  /** Runs the rule; returns CONTINUED if it said no verdict, BROKEN if it does not match. */
  int run(Evaluation at) {
    for (int i = 0; i < statements.size(); i++) {
      int verdict = statements.get(i).run(at);
      if (verdict != NftVerdict.CONTINUED) {
        return verdict;
      }
    }
    return NftVerdict.CONTINUED;
  }

  /** What the rule did besides leading on, in the words of its statements. */
  String effect(int verdict) {
    Statement last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
    return switch (verdict) {
      case NftVerdict.DROPPED -> last instanceof Reject ? last.text() : "drop";
      case NftVerdict.ACCEPTED -> last instanceof Nat ? last.text() : "accept";
      case NftVerdict.RETURNED -> "return";
      default -> last == null ? "continue" : last.text();
    };
  }

  /** As nft writes it. */
  public String text() {
    String text = statements.stream().map(Statement::text).collect(Collectors.joining(" "));
    if (comment.isEmpty()) {
      return text;
    }
    return text + (text.isEmpty() ? "" : " ") + "comment \"" + comment + '"';
  }

  @Override
  public String toString() {
    return text();
  }
}
