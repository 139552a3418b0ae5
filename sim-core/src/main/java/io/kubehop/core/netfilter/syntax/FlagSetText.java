package io.kubehop.core.netfilter.syntax;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sets written as names that are joined by commas, such as {@code RELATED,ESTABLISHED}. */
final class FlagSetText {
  private final String what;
  private final ImmutableMap<String, Integer> flags;

  /**
   * Makes a form.
   *
   * @param what what the names are, for messages
   * @param flags the names in the order in which they are printed
   */
  FlagSetText(String what, ImmutableMap<String, Integer> flags) {
    this.what = what;
    this.flags = flags;
  }

  int read(Word word) {
    int set = 0;
    for (String name : word.text().split(",", -1)) {
      Integer flag = flags.get(name.toUpperCase(Locale.ROOT));
      if (flag == null) {
        throw word.fault(
            "'" + name + "' is no " + what + " (" + String.join(", ", flags.keySet()) + ")");
      }
      set |= flag;
    }
    return set;
  }

  /**
   * The names of what is in the set; a name that stands for nothing is written if the set is empty.
   */
  String write(int set) {
    return flags.entrySet().stream()
        .filter(flag -> set == 0 ? flag.getValue() == 0 : (flag.getValue() & set) != 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(","));
  }
}
