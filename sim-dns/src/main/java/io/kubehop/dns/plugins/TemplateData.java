package io.kubehop.dns.plugins;

import com.google.common.collect.ImmutableMap;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.gotext.GoRegex;
import io.kubehop.dns.message.RecordType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a template can refer to. */
final class TemplateData {
  private TemplateData() {}

  static Map<String, Object> of(
      Query query, RecordType type, String zone, GoRegex pattern, List<String> groups) {
    Map<String, Object> byName = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      byName.put(Integer.toString(i), groups.get(i));
    }
    List<String> names = pattern.groupNames();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).isEmpty()) {
        byName.put(names.get(i), groups.get(i + 1));
      }
    }
    RecordType asked = query.type();
    ImmutableMap.Builder<String, Object> data = ImmutableMap.builder();
    data.put("Name", query.lowerName());
    data.put("Zone", zone);
    data.put("Regex", pattern.toString());
    data.put("Match", List.copyOf(groups));
    data.put("Group", byName);
    data.put("Class", query.question().className());
    data.put("Type", (asked.equals(RecordType.ANY) ? type : asked).toString());
    data.put("Remote", query.exchange().client().address().toString());
    data.put("Question", ImmutableMap.of("Name", query.name().toString()));
    return data.buildOrThrow();
  }
}
