package io.kubehop.jmh.results;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which measurement is meant.
 *
 * @param name class and method
 * @param parameters those that tell it from others of the same name
 */
record Subject(String name, Map<String, String> parameters) {

  /** From {@code Class.method name=value name=value}. */
  static Subject of(String text) {
    String[] words = text.split(" ");
    Map<String, String> parameters = new TreeMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] pair = words[i].split("=", 2);
      parameters.put(pair[0], pair[1]);
    }
    return new Subject(words[0], parameters);
  }
}
