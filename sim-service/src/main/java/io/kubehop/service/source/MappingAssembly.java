package io.kubehop.service.source;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a mapping together while it is read: names are unique, and merged maps fill in what the
 * mapping itself lacks.
 */
final class MappingAssembly {
  private static final int LINEAR = 8;

  private final Position start;
  private final Problems problems;
  private final List<String> names = new ArrayList<>(LINEAR);
  private final List<SourceNode> values = new ArrayList<>(LINEAR);
  private final List<SourceMapping> merged = new ArrayList<>(0);
  private Map<String, Integer> index = ImmutableMap.of();
  private long[] places = new long[LINEAR];

  MappingAssembly(Position start, Problems problems) {
    this.start = start;
    this.problems = problems;
  }

  void put(String name, int line, int column, SourceNode value) {
    int known = find(name);
    if (known >= 0) {
      problems.add(
          new Position(start.file(), line, column),
          "",
          "key \"" + name + "\" is given twice; the first is in " + place(places[known]));
      return;
    }
    append(name, (long) line << Integer.SIZE | column, value);
  }

  void merge(SourceMapping other) {
    merged.add(other);
  }

  SourceMapping build() {
    for (SourceMapping other : merged) {
      for (int i = 0; i < other.size(); i++) {
        if (find(other.name(i)) < 0) {
          Position place = other.namePosition(i);
          append(
              other.name(i), (long) place.line() << Integer.SIZE | place.column(), other.value(i));
        }
      }
    }
    return new SourceMapping(
        start.file(),
        start.line(),
        start.column(),
        names.toArray(String[]::new),
        Arrays.copyOf(places, names.size()),
        values.toArray(SourceNode[]::new));
  }

  private static String place(long place) {
    return "line " + (place >>> Integer.SIZE) + " column " + (int) place;
  }

  private void append(String name, long place, SourceNode value) {
    if (names.size() == places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    places[names.size()] = place;
    names.add(name);
    values.add(value);
    if (names.size() > LINEAR) {
      indexNames();
    }
  }

  private void indexNames() {
    if (index.isEmpty()) {
      index = new LinkedHashMap<>();
    }
    for (int i = index.size(); i < names.size(); i++) {
      index.put(names.get(i), i);
    }
  }

  private int find(String name) {
    return names.size() <= LINEAR ? names.indexOf(name) : index.getOrDefault(name, -1);
  }
}
