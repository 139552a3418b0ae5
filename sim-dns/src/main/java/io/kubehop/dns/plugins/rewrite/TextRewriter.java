package io.kubehop.dns.plugins.rewrite;

import io.kubehop.dns.gotext.GoRegex;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.ResourceRecord;

/** Replaces a part of the names in an answer; other names stay as they are. */
sealed interface TextRewriter {

  /** The new text, or the same one. */
  String rewrite(String text);

  /** A rule that changes the owners of records. */
  default ResponseRule onOwners() {
    return ResponseRule.ofRecords(
        record -> {
          DomainName owner = record.owner();
          DomainName changed = rewrite(owner);
          return changed == owner ? record : record.withOwner(changed);
        });
  }

  /** A rule that changes the names to which records point. */
  default ResponseRule onTargets() {
    return ResponseRule.ofRecords(
        record -> {
          DomainName target = record.target();
          return target == null ? record : withTarget(record, target);
        });
  }

  private ResourceRecord withTarget(ResourceRecord record, DomainName target) {
    DomainName changed = rewrite(target);
    return changed == target ? record : record.withTarget(changed);
  }

  private DomainName rewrite(DomainName name) {
    String changed = rewrite(name.toString());
    return changed.equals(name.toString()) ? name : DomainName.parse(changed).orElse(name);
  }

  /** One name, and the end of those below it. */
  record NameOrBelow(String from, String to) implements TextRewriter {
    @Override
    public String rewrite(String text) {
      if (text.equals(from)) {
        return to;
      }
      return text.endsWith("." + from)
          ? text.substring(0, text.length() - from.length()) + to
          : text;
    }
  }

  /** The end of a text, wherever it begins. */
  record EndOfText(String from, String to) implements TextRewriter {
    @Override
    public String rewrite(String text) {
      return text.endsWith(from) ? text.substring(0, text.length() - from.length()) + to : text;
    }
  }

  /** Whatever a pattern finds: the replacement is the whole new text. */
  record ByPattern(GoRegex pattern, String replacement) implements TextRewriter {
    @Override
    public String rewrite(String text) {
      return pattern.find(text).map(match -> match.expand(replacement)).orElse(text);
    }
  }
}
