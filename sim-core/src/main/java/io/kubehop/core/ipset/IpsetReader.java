package io.kubehop.core.ipset;

import com.google.common.collect.ImmutableSet;
import io.kubehop.core.net.IpFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of a saved text. Used for one text. */
final class IpsetReader {
  private static final long SECOND = 1_000_000_000;
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");
  private static final Set<String> NOT_MODELLED = ImmutableSet.of("netmask", "bitmask", "markmask");

  private final long now;
  private final Map<String, IpSet> sets = new LinkedHashMap<>();
  private final Set<String> leftOut = new LinkedHashSet<>();
  private int number;

  IpsetReader(long now) {
    this.now = now;
  }

  IpSets sets() {
    IpSets all = IpSets.NONE;
    for (IpSet set : sets.values()) {
      all = all.with(set);
    }
    return all;
  }

  void read(String line) {
    number++;
    List<String> words = words(line);
    if (words.isEmpty() || words.get(0).startsWith("#") || words.get(0).equals("COMMIT")) {
      return;
    }
    switch (words.get(0)) {
      case "create", "-N" -> create(words);
      case "add", "-A" -> add(words);
      default ->
          throw fault("'" + words.get(0) + "' is no command of a saved text (create or add)");
    }
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private void create(List<String> words) {
    if (words.size() < 3) {
      throw fault("create needs a name and a type");
    }
    String name = words.get(1);
    if (sets.containsKey(name) || leftOut.contains(name)) {
      throw fault("set " + name + " is created twice");
    }
    SetType type = SetType.of(words.get(2));
    List<String> options = words.subList(3, words.size());
    if (type == null || options.stream().anyMatch(NOT_MODELLED::contains)) {
      requireType(words.get(2));
      leftOut.add(name);
      return;
    }
    boolean v6 = "inet6".equals(value(options, "family"));
    String timeout = value(options, "timeout");
    IpFamily family = v6 ? IpFamily.IPV6 : IpFamily.IPV4;
    SetHeader header =
        new SetHeader(
            name,
            type,
            family,
            timeout.isEmpty() ? -1 : seconds(timeout),
            String.join(" ", options));
    sets.put(name, IpSet.empty(header));
  }

  private void requireType(String text) {
    if (!text.matches("(hash|bitmap|list):[a-z,]+")) {
      throw fault("'" + text + "' is no type of set (such as hash:ip)");
    }
  }

  private static String value(List<String> options, String name) {
    int at = options.indexOf(name);
    return at < 0 || at + 1 == options.size() ? "" : options.get(at + 1);
  }

  private long seconds(String text) {
    if (!text.matches("[0-9]{1,10}")) {
      throw fault("'" + text + "' is no time-out in seconds");
    }
    return Long.parseLong(text);
  }

  private void add(List<String> words) {
    if (words.size() < 3) {
      throw fault("add needs a set and an element");
    }
    String name = words.get(1);
    if (leftOut.contains(name)) {
      return;
    }
    IpSet set = sets.get(name);
    if (set == null) {
      throw fault("there is no set " + name);
    }
    if (set.header().type() == SetType.LIST_SET && !isSet(words.get(2))) {
      throw fault("there is no set " + words.get(2));
    }
    for (SetElement element : elements(set.header(), words.get(2))) {
      set = set.with(withOptions(element, set.header(), words.subList(3, words.size())));
    }
    sets.put(name, set);
  }

  private boolean isSet(String name) {
    return sets.containsKey(name) || leftOut.contains(name);
  }

  private List<SetElement> elements(SetHeader header, String text) {
    try {
      return ElementText.read(header, text);
    } catch (IllegalArgumentException e) {
      throw fault(String.valueOf(e.getMessage()));
    }
  }

  private SetElement withOptions(SetElement element, SetHeader header, List<String> options) {
    List<String> extras = new ArrayList<>(options);
    boolean nomatch = extras.remove("nomatch");
    String own = value(extras, "timeout");
    if (!own.isEmpty()) {
      extras.subList(extras.indexOf("timeout"), extras.indexOf("timeout") + 2).clear();
    }
    long timeout = own.isEmpty() ? header.timeout() : seconds(own);
    SetElement kept = element.with(nomatch, String.join(" ", extras));
    return timeout > 0 ? kept.expiringAt(now + timeout * SECOND) : kept;
  }

  private IpsetTextException fault(String problem) {
    return new IpsetTextException(number, problem);
  }
}
