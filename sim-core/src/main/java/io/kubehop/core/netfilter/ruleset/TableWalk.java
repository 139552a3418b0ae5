package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Verdict;
import java.util.Arrays;

/**
 * Takes packets through tables, as ipt_do_table does (net/ipv4/netfilter/ip_tables.c). Its stack is
 * reused, so that a packet costs no allocation; a packet that a target makes on the way (an answer
 * of REJECT) may be walked in between.
 */
public final class TableWalk {
  /**
   * Deeper than chains are nested: the kernel refuses loops, rules made in code are not checked for
   * them.
   */
  private static final int DEEPEST = 100_000;

  private Frame[] frames = newFrames(new Frame[0], 16);
  private int depth;

  /** Makes a walk with an empty stack. */
  public TableWalk() {}

  /**
   * Takes a packet through one table at one hook. A table that the ruleset does not have accepts.
   *
   * @return {@link Verdict#ACCEPT}, {@link Verdict#DROP} or {@link Verdict#UNDECIDED}
   */
  public int evaluate(
      Ruleset ruleset, TableName tableName, Hook hook, Skb skb, RuleContext context) {
    Table table = ruleset.table(tableName);
    Chain chain = table == null ? null : table.builtIn(hook);
    if (table == null || chain == null) {
      return Verdict.ACCEPT;
    }
    WalkReport report = WalkReport.to(context.recorder(), tableName, hook, ruleset.family());
    int base = depth;
    try {
      push(chain, report);
      int decided = walk(table, base, skb, context, report);
      report.left(frames, base, depth);
      boolean byPolicy = decided == Verdict.RETURN;
      int policy = table.policy(hook).accepts() ? Verdict.ACCEPT : Verdict.DROP;
      int verdict = byPolicy ? policy : decided;
      report.decided(verdict, byPolicy);
      return verdict;
    } finally {
      depth = base;
    }
  }

  /**
   * Walks until a rule decides, or until the built-in chain is over: then {@link Verdict#RETURN}.
   */
  private int walk(Table table, int base, Skb skb, RuleContext context, WalkReport report) {
    while (depth > base) {
      Frame frame = frames[depth - 1];
      CompiledRule rule = frame.next(skb.packet());
      if (rule == null) {
        report.leftAtEnd(frame);
        depth--;
        continue;
      }
      int found = rule.test(skb, context, frame.isFound());
      if (found == CompiledRule.NO) {
        report.passedOver(frame, rule);
        continue;
      }
      if (found == CompiledRule.UNDECIDED) {
        ChainName chain = frame.chain().name();
        int number = frame.chain().number(rule);
        context.undecided(rule.doubt(skb, context).in(chain.table(), chain.name(), number));
        return Verdict.UNDECIDED;
      }
      frame.matched(rule);
      report.matched(frame, rule);
      int verdict = rule.apply(skb, context);
      if (verdict < Verdict.CONTINUE || verdict == Verdict.UNDECIDED) {
        return verdict;
      }
      follow(verdict, table, frame, rule, report);
    }
    return Verdict.RETURN;
  }

  private void follow(int verdict, Table table, Frame frame, CompiledRule rule, WalkReport report) {
    switch (verdict) {
      case Verdict.JUMP -> push(rule.destination(table), report);
      case Verdict.GOTO -> {
        report.left(frame);
        depth--;
        push(rule.destination(table), report);
      }
      case Verdict.RETURN -> {
        report.left(frame);
        depth--;
      }
      default -> {}
    }
  }

  private void push(Chain chain, WalkReport report) {
    if (depth == frames.length) {
      if (depth > DEEPEST) {
        throw new IllegalStateException("rules loop through chain " + chain.name());
      }
      frames = newFrames(frames, 2 * depth);
    }
    frames[depth++].enter(chain, report.wantsAllRules());
    report.entered(chain);
  }

  private static Frame[] newFrames(Frame[] old, int length) {
    Frame[] frames = Arrays.copyOf(old, length);
    for (int i = old.length; i < length; i++) {
      frames[i] = new Frame();
    }
    return frames;
  }
}
