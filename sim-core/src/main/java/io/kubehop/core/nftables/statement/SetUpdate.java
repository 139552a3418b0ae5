package io.kubehop.core.nftables.statement;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.expression.Expression;
import io.kubehop.core.nftables.set.DynamicSet;
import io.kubehop.core.nftables.set.ElementData;
import io.kubehop.core.nftables.set.ElementKey;
import io.kubehop.core.nftables.set.SetElement;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.NftVerdict;
import io.kubehop.core.nftables.value.TimeText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes a set from the way of a packet (net/netfilter/nft_dynset.c): {@code update @clients { ip
 * saddr timeout 1h }}.
 *
 * @param operation what is done
 * @param set the set's name
 * @param key the key of the element
 * @param timeout how long it stays, in milliseconds; 0 for the set's own
 * @param statements what runs for the element each time
 * @param data what a map's element maps to; null for a set
 */
public record SetUpdate(
    Operation operation,
    String set,
    Expression key,
    long timeout,
    List<Statement> statements,
    @Nullable Expression data)
    implements Statement {

  /** What is done to a set. */
  public enum Operation {
    /** Adds an element; one that is there keeps its time. */
    ADD("add"),
    /** Adds an element, or lets it stay for its whole time again. */
    UPDATE("update"),
    /** Takes an element out. */
    DELETE("delete");

    private final String word;

    Operation(String word) {
      this.word = word;
    }

    /** The operation of a word, or null. */
    public static @Nullable Operation of(String word) {
      for (Operation operation : values()) {
        if (operation.word.equals(word)) {
          return operation;
        }
      }
      return null;
    }
  }

  @Override
  public int run(Evaluation at) {
    Key wanted = at.takeKey();
    int loaded = key.load(at, wanted);
    int verdict =
        switch (loaded) {
          case Expression.LOADED -> change(at, wanted);
          case Expression.ABSENT -> NftVerdict.BROKEN;
          default -> NftVerdict.UNDECIDED;
        };
    at.giveBack();
    return verdict;
  }

  private int change(Evaluation at, Key wanted) {
    DynamicSet target = at.changingSet(set);
    if (target == null) {
      return at.undecided("set `" + set + "` is not in the table");
    }
    SetElement element = target.find(wanted, at.host().now());
    if (operation == Operation.DELETE) {
      if (element != null) {
        target.remove(element);
      }
      return NftVerdict.CONTINUED;
    }
    if (element == null) {
      element = newElement(at, wanted);
      if (element == null || !target.add(element, timeout, at.host().now())) {
        return NftVerdict.BROKEN;
      }
    } else if (operation == Operation.UPDATE) {
      target.refresh(element, timeout, at.host().now());
    }
    return at.runActions(element);
  }

  private @Nullable SetElement newElement(Evaluation at, Key wanted) {
    ElementData value = null;
    if (data != null) {
      Key into = at.takeKey();
      int loaded = data.load(at, into);
      value = loaded == Expression.LOADED ? ElementData.of(into.copy()) : null;
      at.giveBack();
      if (value == null) {
        return null;
      }
    }
    List<Statement> own = statements.stream().map(Statement::fresh).toList();
    return new SetElement(ElementKey.of(wanted.copy()), value, timeout, -1, -1, own, "");
  }

  @Override
  public boolean needsConntrack() {
    return key.needsConntrack() || (data != null && data.needsConntrack());
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder(operation.word).append(" @").append(set);
    text.append(" { ").append(key.text());
    if (timeout > 0) {
      text.append(" timeout ").append(TimeText.print(timeout));
    }
    for (Statement statement : statements) {
      text.append(' ').append(statement.text());
    }
    if (data != null) {
      text.append(" : ").append(data.text());
    }
    return text.append(" }").toString();
  }
}
