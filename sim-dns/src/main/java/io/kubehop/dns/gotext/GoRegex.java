package io.kubehop.dns.gotext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression in Go's syntax (RE2). Groups may have names that Java does not allow, so
 * names are kept apart; otherwise the two agree on what Corefiles use.
 */
public final class GoRegex {
  private static final Pattern GROUP =
      Pattern.compile(
          "\\\\.|\\[(?:\\\\.|\\[:[a-z]+:]|[^\\]\\\\])*]|\\(\\?P?<([A-Za-z0-9_]+)>|\\((?!\\?)");

  private final String text;
  private final Pattern pattern;
  private final List<String> names;

  private GoRegex(String text, Pattern pattern, List<String> names) {
    this.text = text;
    this.pattern = pattern;
    this.names = List.copyOf(names);
  }

  /**
   * What matched.
   *
   * @param groups the whole match and its groups; a group that took no part is empty
   */
  public record Match(List<String> groups) {

    /** Copies the groups. */
    public Match {
      groups = List.copyOf(groups);
    }

    /** A text with {@code {0}}, {@code {1}} … replaced by the groups. */
    public String expand(String replacement) {
      String expanded = replacement;
      for (int i = 0; i < groups.size(); i++) {
        expanded = expanded.replace("{" + i + "}", groups.get(i));
      }
      return expanded;
    }
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static GoRegex compile(String text) {
    List<String> names = new ArrayList<>();
    StringBuilder java = new StringBuilder();
    Matcher group = GROUP.matcher(text);
    int done = 0;
    while (group.find()) {
      java.append(text, done, group.start());
      done = group.end();
      java.append(translate(group, names));
    }
    java.append(text.substring(done));
    try {
      return new GoRegex(text, Pattern.compile(java.toString()), names);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("invalid regex pattern: " + text, e);
    }
  }

  private static String translate(Matcher token, List<String> names) {
    String found = token.group();
    if (found.startsWith("(")) {
      names.add(token.group(1) == null ? "" : token.group(1));
      return "(";
    }
    return found.startsWith("[") ? characterClass(found) : found;
  }

  private static String characterClass(String text) {
    return text.replace("[:alpha:]", "\\p{Alpha}")
        .replace("[:digit:]", "\\p{Digit}")
        .replace("[:alnum:]", "\\p{Alnum}")
        .replace("[:xdigit:]", "\\p{XDigit}")
        .replace("[:lower:]", "\\p{Lower}")
        .replace("[:upper:]", "\\p{Upper}")
        .replace("[:word:]", "\\w")
        .replace("[:space:]", "\\s");
  }

  /** The first place where it matches. */
  public Optional<Match> find(String input) {
    Matcher matcher = pattern.matcher(input);
    if (!matcher.find()) {
      return Optional.empty();
    }
    List<String> groups = new ArrayList<>();
    for (int i = 0; i <= matcher.groupCount(); i++) {
      String group = matcher.group(i);
      groups.add(group == null ? "" : group);
    }
    return Optional.of(new Match(groups));
  }

  /** The names of the groups, the first group first; empty where a group has none. */
  public List<String> groupNames() {
    return names;
  }

  /** The expression as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
