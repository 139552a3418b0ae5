package io.kubehop.dig;

import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.resolver.LookupResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer: as {@code dig} prints it, or as a report says it. Records are sorted, because servers
 * shuffle them.
 */
record Seen(
    String status,
    List<String> flags,
    List<String> answers,
    List<String> authority,
    List<String> additional) {
  private static final Pattern STATUS = Pattern.compile("status: ([A-Z]+)");
  private static final Pattern FLAGS = Pattern.compile(";; flags: ([a-z ]*);");
  private static final Pattern SECTION = Pattern.compile(";; ([A-Z]+) SECTION:");

  static Seen of(LookupResult result) {
    return new Seen(
        String.valueOf(result.rcodeText()),
        result.flags(),
        sorted(result.answers()),
        sorted(result.authority()),
        sorted(result.additional()));
  }

  private static List<String> sorted(List<ResourceRecord> records) {
    return LookupResult.texts(records).stream().sorted().toList();
  }

  static Seen parse(String output) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : output.lines().toList()) {
      Matcher title = SECTION.matcher(line);
      if (title.matches()) {
        section = sections.computeIfAbsent(title.group(1), key -> new ArrayList<>());
      } else if (!line.isBlank() && !line.startsWith(";")) {
        section.add(line.strip().replaceAll("[\t ]+", " "));
      }
    }
    return new Seen(
        first(STATUS, output),
        Arrays.asList(first(FLAGS, output).split(" ")),
        sorted(sections, "ANSWER"),
        sorted(sections, "AUTHORITY"),
        sorted(sections, "ADDITIONAL"));
  }

  private static List<String> sorted(Map<String, List<String>> sections, String title) {
    return sections.getOrDefault(title, List.of()).stream().sorted().toList();
  }

  private static String first(Pattern pattern, String output) {
    Matcher matcher = pattern.matcher(output);
    return matcher.find() ? matcher.group(1) : "none in: " + output;
  }
}
