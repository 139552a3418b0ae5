package io.kubehop.dns.kubernetes;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import io.kubehop.service.api.LabelSelector;
import io.kubehop.service.api.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Label selectors on one line, as {@code kubectl -l} takes them. */
final class SelectorText {
  private static final Pattern PART =
      Pattern.compile(
          "\\s*(?:(?<set>[^\\s,!=()]+)\\s+(?<how>in|notin)\\s*\\((?<values>[^)]*)\\)"
              + "|(?<key>[^\\s,!=()]+)\\s*(?<is>==?|!=)\\s*(?<value>[^\\s,!=()]*)"
              + "|(?<not>!?)\\s*(?<exists>[^\\s,!=()]+))\\s*(?:,|$)");

  private SelectorText() {}

  /**
   * Reads a selector.
   *
   * @throws IllegalArgumentException if it is none
   */
  static LabelSelector parse(String text) {
    List<LabelSelectorRequirement> requirements = new ArrayList<>();
    Matcher part = PART.matcher(text);
    int done = 0;
    while (done < text.length()) {
      if (!part.find(done) || part.start() != done) {
        throw new IllegalArgumentException("unable to parse label selector value: '" + text + "'");
      }
      requirements.add(requirement(part));
      done = part.end();
    }
    return new LabelSelector(ImmutableMap.of(), requirements);
  }

  private static LabelSelectorRequirement requirement(Matcher part) {
    if (part.group("set") != null) {
      String operator = part.group("how").equals("in") ? "In" : "NotIn";
      List<String> values = Splitter.on(',').trimResults().splitToList(part.group("values"));
      return new LabelSelectorRequirement(part.group("set"), operator, values);
    } else if (part.group("key") != null) {
      String operator = part.group("is").equals("!=") ? "NotIn" : "In";
      return new LabelSelectorRequirement(
          part.group("key"), operator, List.of(part.group("value")));
    }
    String operator = part.group("not").isEmpty() ? "Exists" : "DoesNotExist";
    return new LabelSelectorRequirement(part.group("exists"), operator, List.of());
  }
}
