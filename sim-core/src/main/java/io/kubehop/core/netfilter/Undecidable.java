package io.kubehop.core.netfilter;

/**
 * Why a host cannot say what a match or target does.
 *
 * @param subject what it is about, such as {@code match `-m string`}
 * @param reason what is the matter with it, such as {@code is not modelled}
 */
public record Undecidable(String subject, String reason) {

  /**
   * The sentence for a user, such as {@code cannot decide: match `-m string` in filter FORWARD rule
   * 12 is not modelled}.
   */
  public String in(TableName table, String chain, int number) {
    return "cannot decide: "
        + subject
        + " in "
        + table
        + " "
        + chain
        + " rule "
        + number
        + " "
        + reason;
  }
}
