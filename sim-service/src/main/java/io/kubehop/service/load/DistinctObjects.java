package io.kubehop.service.load;

import io.kubehop.service.source.Position;
import io.kubehop.service.source.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Objects in the order in which they were given, each once. */
final class DistinctObjects {
  private final Problems problems;
  private final List<LoadedObject> objects = new ArrayList<>();
  private final Map<String, LoadedObject> byIdentity = new LinkedHashMap<>();

  DistinctObjects(Problems problems) {
    this.problems = problems;
  }

  void add(LoadedObject object) {
    if (object.object().metadata().name().isEmpty()) {
      objects.add(object);
      return;
    }
    LoadedObject first = byIdentity.putIfAbsent(identity(object), object);
    if (first == null) {
      objects.add(object);
    } else if (!isSame(first, object)) {
      problems.add(
          object.problem(
              "",
              String.format(
                  Locale.ROOT,
                  "%s is given twice with different contents; the first is %s",
                  object.object().key(),
                  place(first))));
    }
  }

  List<LoadedObject> list() {
    return objects;
  }

  /** Versions of a group are views of one object; other groups may have kinds of the same name. */
  private static String identity(LoadedObject object) {
    String apiVersion = object.object().apiVersion();
    return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')))
        + " "
        + object.object().key();
  }

  private static boolean isSame(LoadedObject first, LoadedObject second) {
    return first.object().equals(second.object())
        && first.source().plain().equals(second.source().plain());
  }

  private static String place(LoadedObject object) {
    Position position = object.position();
    String path = object.path().isEmpty() ? "" : " (" + object.path() + ")";
    return position.isKnown() ? "at " + position + path : "before it" + path;
  }
}
