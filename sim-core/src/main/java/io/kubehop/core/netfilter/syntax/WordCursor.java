package io.kubehop.core.netfilter.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Goes through the words of a rule. */
final class WordCursor {
  private final List<Word> words;
  private int next;

  WordCursor(List<Word> words, int from) {
    this.words = words;
    this.next = from;
  }

  boolean hasNext() {
    return next < words.size();
  }

  Word next() {
    return words.get(next++);
  }

  /** Goes past a {@code !}, if there is one. */
  boolean skipNegation() {
    if (!words.get(next).isNegation()) {
      return false;
    }
    Word negation = words.get(next++);
    if (!hasNext()) {
      throw negation.fault("nothing follows '!'");
    }
    return true;
  }

  /** Goes past the number of a rule; 1 if there is none. */
  int skipNumber() {
    Long number = hasNext() ? NumberText.parse(words.get(next).text()) : null;
    if (number == null) {
      return 1;
    }
    return (int)
        NumberText.read(
            next(),
            Integer.toString(number.intValue()),
            1,
            Integer.MAX_VALUE,
            "the number of a rule");
  }

  /** The word behind an option. */
  Word value(Word option) {
    if (!hasNext()) {
      throw option.fault(option.text() + " needs a value");
    }
    Word value = next();
    if (value.isNegation()) {
      throw value.fault("'!' stands before an option, not before its value");
    }
    return value;
  }

  /** The words behind an option. */
  List<Word> values(Word option, int count) {
    List<Word> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(value(option));
    }
    return values;
  }

  /** Takes all words up to the next option that every rule can have, as they were written. */
  String verbatimToNextHeader() {
    int from = next;
    while (hasNext() && !isHeaderAhead()) {
      next++;
    }
    return words.subList(from, next).stream().map(Word::written).collect(Collectors.joining(" "));
  }

  private boolean isHeaderAhead() {
    Word word = words.get(next);
    boolean negation = word.isNegation() && next + 1 < words.size();
    return HeaderOption.of(negation ? words.get(next + 1) : word) != null;
  }
}
