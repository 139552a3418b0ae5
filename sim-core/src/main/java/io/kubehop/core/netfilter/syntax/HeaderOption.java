package io.kubehop.core.netfilter.syntax;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.jspecify.annotations.Nullable;

/** The options that every rule can have. */
enum HeaderOption {
  SOURCE("-s", "--source", "--src"),
  DESTINATION("-d", "--destination", "--dst"),
  PROTOCOL("-p", "--protocol", "--proto"),
  IN("-i", "--in-interface"),
  OUT("-o", "--out-interface"),
  FRAGMENT("-f", "--fragments"),
  MATCH("-m", "--match"),
  JUMP("-j", "--jump"),
  GOTO("-g", "--goto"),
  COUNTERS("-c", "--set-counters");

  private static final ImmutableMap<String, HeaderOption> BY_NAME = byName();

  private final ImmutableList<String> names;

  HeaderOption(String... names) {
    this.names = ImmutableList.copyOf(names);
  }

  /** The option that a word is, or null. */
  static @Nullable HeaderOption of(Word word) {
    return word.quoted() ? null : BY_NAME.get(word.text());
  }

  boolean isNegatable() {
    return ordinal() <= FRAGMENT.ordinal();
  }

  private static ImmutableMap<String, HeaderOption> byName() {
    ImmutableMap.Builder<String, HeaderOption> map = ImmutableMap.builder();
    for (HeaderOption option : values()) {
      option.names.forEach(name -> map.put(name, option));
    }
    return map.buildOrThrow();
  }
}
