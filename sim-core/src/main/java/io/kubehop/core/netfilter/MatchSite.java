package io.kubehop.core.netfilter;

/**
 * The place of one match in one rule: what a host's {@link RuleState} keeps counters under.
 * Compared by identity, because two equal rules of a chain count apart. It is part of the rules,
 * and shared by all hosts that have them.
 */
public final class MatchSite {
  /** The place of a match that counts nothing. */
  public static final MatchSite NONE = new MatchSite(TableName.FILTER, "", "", 0, 0);

  private final TableName table;
  private final String chain;
  private final String block;
  private final int rule;
  private final int match;

  /**
   * Names a place.
   *
   * @param block key of the block that the rule came with; empty for rules of the base
   * @param rule index of the rule among those of the same origin in the chain
   * @param match index of the match in the rule
   */
  public MatchSite(TableName table, String chain, String block, int rule, int match) {
    this.table = table;
    this.chain = chain;
    this.block = block;
    this.rule = rule;
    this.match = match;
  }

  /** The table; when it is replaced the counters begin anew. */
  public TableName table() {
    return table;
  }

  @Override
  public String toString() {
    return table + "/" + chain + "/" + block + "/" + rule + "/" + match;
  }
}
