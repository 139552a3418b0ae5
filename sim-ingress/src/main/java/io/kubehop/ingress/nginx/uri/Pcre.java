package io.kubehop.ingress.nginx.uri;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression as nginx compiles it: PCRE without UTF mode, over bytes, where only a line
 * feed ends a line. It runs on Java's engine, which agrees with PCRE on what is translated here.
 */
public final class Pcre {
  private final String source;
  private final Pattern pattern;

  private Pcre(String source, Pattern pattern) {
    this.source = source;
    this.pattern = pattern;
  }

  /**
   * Compiles an expression.
   *
   * @throws PcreException if PCRE refuses it, or if it cannot be translated
   */
  public static Pcre compile(String expression, boolean ignoreCase) throws PcreException {
    String translated = new PcreTranslator(Latin1.bytesOf(expression)).translate();
    int flags = Pattern.UNIX_LINES | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
    try {
      return new Pcre(expression, Pattern.compile(translated, flags));
    } catch (PatternSyntaxException e) {
      throw PcreException.invalid(expression, e.getDescription());
    }
  }

  /** Whether some part of a text matches; the text has a character for each byte. */
  public boolean matches(String text) {
    return pattern.matcher(text).find();
  }

  /** The first match in a text with its groups, or null. */
  public @Nullable Matcher find(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher : null;
  }

  /** The expression as it was written. */
  @Override
  public String toString() {
    return source;
  }
}
