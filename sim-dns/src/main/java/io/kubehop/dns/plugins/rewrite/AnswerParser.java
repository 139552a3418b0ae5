package io.kubehop.dns.plugins.rewrite;

import java.util.ArrayList;
import java.util.List;

/** Reads what a name rule says of answers: {@code answer auto}, {@code answer name FROM TO} … */
final class AnswerParser {
  private final RuleParser parent;
  private final List<String> words;
  private final List<ResponseRule> rules = new ArrayList<>();
  private boolean auto;
  private boolean named;
  private int position;

  AnswerParser(RuleParser parent, List<String> words) {
    this.parent = parent;
    this.words = words;
  }

  void parse() {
    if (!words.isEmpty() && !words.get(0).equals("answer")) {
      throw parent.error("what follows a name rule must begin with 'answer': " + words.get(0));
    }
    while (position < words.size()) {
      position += words.get(position).equals("answer") ? 1 : 0;
      String kind = next("type missing for answer rule");
      switch (kind) {
        case "auto" -> auto = true;
        case "name" -> {
          rules.add(rewriter().onOwners());
          named = true;
        }
        case "value" -> rules.add(rewriter().onTargets());
        default -> throw parent.error("invalid type '" + kind + "' for answer rule");
      }
    }
    if (auto && named) {
      throw parent.error(
          "auto name answer rule cannot be combined with explicit name answer rules");
    }
  }

  private TextRewriter rewriter() {
    String from = next("an answer rule takes 2 arguments");
    String to = next("an answer rule takes 2 arguments");
    return new TextRewriter.ByPattern(parent.pattern(from), RuleParser.normal(to));
  }

  private String next(String otherwise) {
    if (position == words.size()) {
      throw parent.error(otherwise);
    }
    return words.get(position++);
  }

  boolean isAuto() {
    return auto;
  }

  List<ResponseRule> rules() {
    return rules;
  }
}
