package io.kubehop.service.source;

import java.util.regex.Pattern;

/** Globs as shells write them, with {@code **} for any number of folders, none included. */
final class Globs {
  private final String glob;
  private final StringBuilder regex = new StringBuilder();
  private int index;
  private int alternatives;

  private Globs(String glob) {
    this.glob = glob;
  }

  static Pattern toRegex(String glob) {
    Globs translation = new Globs(glob);
    while (translation.index < glob.length()) {
      translation.next();
    }
    return Pattern.compile(translation.regex.toString());
  }

  private void next() {
    if (accept("**/")) {
      regex.append("(?:.*/)?");
    } else if (accept("**")) {
      regex.append(".*");
    } else if (accept("*")) {
      regex.append("[^/]*");
    } else if (accept("?")) {
      regex.append("[^/]");
    } else if (glob.charAt(index) == '[' && glob.indexOf(']', index + 2) > 0) {
      characterClass();
    } else {
      alternativeOrText();
    }
  }

  private void characterClass() {
    int end = glob.indexOf(']', index + 2);
    String inside = glob.substring(index + 1, end);
    boolean negated = inside.startsWith("!") || inside.startsWith("^");
    String members = (negated ? inside.substring(1) : inside).replaceAll("([\\\\\\[&^])", "\\\\$1");
    regex.append(negated ? "[^/" : "[").append(members).append(']');
    index = end + 1;
  }

  private void alternativeOrText() {
    char c = glob.charAt(index++);
    if (c == '{' && glob.indexOf('}', index) > 0) {
      alternatives++;
      regex.append("(?:");
    } else if (c == '}' && alternatives > 0) {
      alternatives--;
      regex.append(')');
    } else if (c == ',' && alternatives > 0) {
      regex.append('|');
    } else {
      regex.append(Pattern.quote(Character.toString(c)));
    }
  }

  private boolean accept(String wanted) {
    boolean there = glob.startsWith(wanted, index);
    index += there ? wanted.length() : 0;
    return there;
  }
}
