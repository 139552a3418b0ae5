package io.kubehop.dns.plugins.rewrite;

import io.kubehop.dns.chain.Site;
import io.kubehop.dns.corefile.CorefileException;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.corefile.Finding;
import io.kubehop.dns.gotext.GoRegex;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResponseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one {@code rewrite} directive, on one line or in a block. */
final class RuleParser {
  private final Directive directive;
  private final Site site;

  RuleParser(Directive directive, Site site) {
    this.directive = directive;
    this.site = site;
  }

  Optional<RewriteRule> parse() {
    List<String> words = new ArrayList<>(directive.args());
    for (Directive line : directive.block()) {
      words.add(line.name());
      words.addAll(line.args());
    }
    boolean stops = true;
    if (!words.isEmpty() && isMode(words.get(0))) {
      stops = words.remove(0).equalsIgnoreCase("stop");
    }
    if (words.isEmpty()) {
      throw error("no rule type specified for rewrite");
    }
    String type = words.get(0).toLowerCase(Locale.ROOT);
    List<String> args = words.subList(1, words.size());
    return switch (type) {
      case "name" -> Optional.of(nameRule(args, stops));
      case "ttl" -> Optional.of(ttlRule(args, stops));
      case "rcode" -> Optional.of(codeRule(args, stops));
      case "cname" -> Optional.of(aliasRule(args, stops));
      case "type" -> Optional.of(typeRule(args, stops));
      case "edns0", "class" -> notModelled(type);
      default -> throw error("invalid rule type '" + type + "'");
    };
  }

  private static boolean isMode(String word) {
    return word.equalsIgnoreCase("stop") || word.equalsIgnoreCase("continue");
  }

  private Optional<RewriteRule> notModelled(String type) {
    site.findings().accept(new Finding(directive.line(), "rewrite " + type + " is not modelled"));
    return Optional.empty();
  }

  private RewriteRule nameRule(List<String> args, boolean stops) {
    require(args.size() >= 2, "too few arguments for a name rule");
    if (args.size() == 2) {
      NameMatch exact = new NameMatch.Exact(normal(args.get(0)));
      return new NameRule(exact, normal(args.get(1)), true, List.of(), stops);
    }
    NameMatch match = match(args.get(0), args.get(1));
    AnswerParser answers = new AnswerParser(this, args.subList(3, args.size()));
    answers.parse();
    boolean auto = answers.isAuto() || match instanceof NameMatch.Exact;
    return new NameRule(match, normal(args.get(2)), auto, answers.rules(), stops);
  }

  private RewriteRule ttlRule(List<String> args, boolean stops) {
    require(args.size() == 2 || args.size() == 3, "wrong number of arguments for a ttl rule");
    long[] range = TtlRange.parse(args.get(args.size() - 1));
    require(range.length == 2, "invalid TTL '" + args.get(args.size() - 1) + "' for a ttl rule");
    ResponseRule change =
        ResponseRule.ofRecords(
            record -> record.withTtl(Math.min(Math.max(record.ttl(), range[0]), range[1])));
    return new AnswerRule(optionalMatch(args, 2), change, stops);
  }

  private RewriteRule codeRule(List<String> args, boolean stops) {
    require(args.size() == 3 || args.size() == 4, "wrong number of arguments for a rcode rule");
    ResponseCode from = code(args.get(args.size() - 2));
    ResponseCode to = code(args.get(args.size() - 1));
    ResponseRule change =
        (query, answer, then) ->
            then.accept(answer.rcode().equals(from) ? answer.with(to) : answer);
    return new AnswerRule(optionalMatch(args, 3), change, stops);
  }

  private RewriteRule aliasRule(List<String> args, boolean stops) {
    require(args.size() == 2 || args.size() == 3, "wrong number of arguments for a cname rule");
    boolean isExact = args.size() == 2 || args.get(0).equalsIgnoreCase("exact");
    String to = args.get(args.size() - 1).toLowerCase(Locale.ROOT);
    String from = args.get(args.size() - 2).toLowerCase(Locale.ROOT);
    NameMatch match = isExact ? new NameMatch.Exact(normal(from)) : rawMatch(args.get(0), from);
    return new AliasRule(match, isExact ? normal(to) : to, site.recursion(), stops);
  }

  private RewriteRule typeRule(List<String> args, boolean stops) {
    require(args.size() == 2, "type rules must have exactly two arguments");
    return new QuestionRule(type(args.get(0)), type(args.get(1)), stops);
  }

  private NameMatch optionalMatch(List<String> args, int without) {
    return args.size() == without
        ? new NameMatch.Exact(normal(args.get(0)))
        : match(args.get(0), args.get(1));
  }

  private NameMatch match(String kind, String from) {
    boolean isRegex = kind.equalsIgnoreCase("regex");
    return rawMatch(kind, isRegex ? from : normal(from));
  }

  private NameMatch rawMatch(String kind, String from) {
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "exact" -> new NameMatch.Exact(from);
      case "prefix" -> new NameMatch.Prefix(from);
      case "suffix" -> new NameMatch.Suffix(from);
      case "substring" -> new NameMatch.Substring(from);
      case "regex" -> new NameMatch.Regex(pattern(from));
      default ->
          throw error(
              "only exact, prefix, suffix, substring, and regex name matching, received: " + kind);
    };
  }

  GoRegex pattern(String text) {
    try {
      return GoRegex.compile(text);
    } catch (IllegalArgumentException e) {
      throw error("invalid regex matching pattern: " + text);
    }
  }

  private RecordType type(String text) {
    return RecordType.parse(text).orElseThrow(() -> error("invalid type '" + text + "'"));
  }

  private ResponseCode code(String text) {
    if (text.matches("[0-9]{1,2}")) {
      return new ResponseCode(Integer.parseInt(text));
    }
    return ResponseCode.parse(text).orElseThrow(() -> error("invalid RCODE '" + text + "'"));
  }

  /** In lower case and with a final dot, whatever it is a part of. */
  static String normal(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower : lower + ".";
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw error(message);
    }
  }

  CorefileException error(String message) {
    return directive.error(message);
  }
}
