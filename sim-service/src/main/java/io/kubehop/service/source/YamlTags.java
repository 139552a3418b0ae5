package io.kubehop.service.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * What tags make of values. Only the tags of plain data are known; any other, such as one that
 * names a class, is a problem, and nothing is ever instantiated.
 */
final class YamlTags {
  private static final String STANDARD = "tag:yaml.org,2002:";

  private YamlTags() {}

  static SourceScalar scalar(ScalarEvent event, Position position, String text, Problems problems) {
    String tag = event.getTag();
    SourceScalar.Kind kind = SourceScalar.Kind.TEXT;
    String value = text;
    if (tag == null) {
      if (event.getImplicit().canOmitTagInPlainScalar()) {
        kind = ScalarValues.kindOf(text);
      }
    } else if (tag.equals(STANDARD + "binary")) {
      value = decodeBase64(text, position, problems);
    } else {
      kind = tagged(tag, text, position, problems);
    }
    return new SourceScalar(position.file(), position.line(), position.column(), kind, value);
  }

  private static SourceScalar.Kind tagged(
      String tag, String text, Position position, Problems problems) {
    SourceScalar.Kind found = ScalarValues.kindOf(text);
    SourceScalar.@Nullable Kind wanted =
        switch (tag) {
          case "!", STANDARD + "str", STANDARD + "timestamp", STANDARD + "merge" ->
              SourceScalar.Kind.TEXT;
          case STANDARD + "int" -> SourceScalar.Kind.INTEGER;
          case STANDARD + "float" -> SourceScalar.Kind.FLOAT;
          case STANDARD + "bool" -> SourceScalar.Kind.BOOLEAN;
          case STANDARD + "null" -> SourceScalar.Kind.NULL;
          default -> null;
        };
    if (wanted == null) {
      problems.add(position, "", unknown(tag));
      return SourceScalar.Kind.TEXT;
    }
    boolean floatOfInteger =
        wanted == SourceScalar.Kind.FLOAT && found == SourceScalar.Kind.INTEGER;
    if (wanted == SourceScalar.Kind.TEXT || wanted == found || floatOfInteger) {
      return floatOfInteger ? found : wanted;
    }
    problems.add(
        position,
        "",
        String.format(Locale.ROOT, "\"%s\" cannot be read as %s", text, shortForm(tag)));
    return SourceScalar.Kind.TEXT;
  }

  private static String decodeBase64(String text, Position position, Problems problems) {
    try {
      return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      problems.add(position, "", "the text after !!binary is not base64");
      return "";
    }
  }

  static void requireCollection(
      @Nullable String tag, String wanted, Position position, Problems problems) {
    if (tag != null && !tag.equals("!") && !tag.equals(STANDARD + wanted)) {
      problems.add(position, "", unknown(tag));
    }
  }

  private static String unknown(String tag) {
    return String.format(
        Locale.ROOT, "tag %s is not supported; only plain data can be read", shortForm(tag));
  }

  private static String shortForm(String tag) {
    return tag.startsWith(STANDARD) ? "!!" + tag.substring(STANDARD.length()) : tag;
  }

  /** Returns whether a key is the unquoted {@code <<}, which merges maps. */
  static boolean isMergeKey(ScalarEvent key) {
    boolean plain = key.getTag() == null && key.getImplicit().canOmitTagInPlainScalar();
    return (plain && key.getValue().equals("<<")) || (STANDARD + "merge").equals(key.getTag());
  }

  /**
   * Returns the name that a key turns into on its way through JSON: {@code on} becomes {@code
   * true}.
   */
  static String keyOf(SourceScalar key) {
    return switch (key.kind()) {
      case TEXT, NULL -> key.text();
      case BOOLEAN -> Boolean.toString(ScalarValues.isTrue(key));
      case INTEGER -> Objects.requireNonNull(key.integer()).toString();
      case FLOAT -> floatKey(key);
    };
  }

  private static String floatKey(SourceScalar key) {
    BigInteger whole = key.integer();
    if (whole != null) {
      return whole.toString();
    }
    float value = (float) ScalarValues.number(key.text());
    return Float.isFinite(value)
        ? new BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString()
        : key.text();
  }
}
