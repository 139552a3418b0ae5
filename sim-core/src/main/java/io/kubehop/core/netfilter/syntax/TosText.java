package io.kubehop.core.netfilter.syntax;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;

/**
 * A type-of-service byte with a mask: {@code 0x10/0x3f}, or a name such as {@code Minimize-Delay}.
 *
 * @param value the byte
 * @param mask the bits that count
 */
record TosText(int value, int mask) {
  private static final ImmutableMap<String, Integer> NAMES =
      ImmutableMap.of(
          "minimize-delay", 0x10,
          "maximize-throughput", 0x08,
          "maximize-reliability", 0x04,
          "minimize-cost", 0x02,
          "normal-service", 0x00);
  private static final int MOST = 0xff;
  private static final int OF_NAMES = 0x3f;

  static TosText read(Word word) {
    String text = word.text();
    Integer named = NAMES.get(text.toLowerCase(Locale.ROOT));
    if (named != null) {
      return new TosText(named, OF_NAMES);
    }
    int slash = text.indexOf('/');
    String value = slash < 0 ? text : text.substring(0, slash);
    String mask = slash < 0 ? "0xff" : text.substring(slash + 1);
    return new TosText(
        (int) NumberText.read(word, value, 0, MOST, "a type of service"),
        (int) NumberText.read(word, mask, 0, MOST, "a mask"));
  }

  static String write(int value, int mask) {
    return OptionWriter.hexByte(value) + "/" + OptionWriter.hexByte(mask);
  }
}
