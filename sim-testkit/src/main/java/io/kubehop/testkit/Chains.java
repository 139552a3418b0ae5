package io.kubehop.testkit;

import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Compares the chains that a packet enters with names that may have an asterisk. */
final class Chains {
  private Chains() {}

  /** Whether something of each name is entered, in their order. */
  static boolean areIn(List<String> entered, List<String> names) {
    Iterator<String> rest = entered.iterator();
    return names.stream().map(Chains::named).allMatch(name -> advance(rest, name));
  }

  private static boolean advance(Iterator<String> rest, Predicate<String> name) {
    while (rest.hasNext()) {
      if (name.test(rest.next())) {
        return true;
      }
    }
    return false;
  }

  private static Predicate<String> named(String name) {
    String pattern = Pattern.quote(name).replace("*", "\\E.*\\Q").replace("…", "\\E.*\\Q");
    return Pattern.compile(pattern).asMatchPredicate();
  }
}
