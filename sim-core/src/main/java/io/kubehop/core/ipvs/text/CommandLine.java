package io.kubehop.core.ipvs.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line as a command and its options, each at most once. */
final class CommandLine {
  private final OptionName command;
  private final Word commandWord;
  private final Map<OptionName, Word> options = new EnumMap<>(OptionName.class);
  private final Map<OptionName, Word> arguments = new EnumMap<>(OptionName.class);

  private CommandLine(OptionName command, Word commandWord) {
    this.command = command;
    this.commandWord = commandWord;
  }

  /** Reads words of which there is at least one. */
  static CommandLine read(List<Word> words) throws SyntaxException {
    Word first = words.get(0);
    OptionName command = OptionName.of(first.text());
    if (command != OptionName.ADD_SERVICE && command != OptionName.ADD_SERVER) {
      throw first.problem(
          "'" + first.text() + "' is not a command of ipvsadm-save, which are -A and -a");
    }
    CommandLine line = new CommandLine(command, first);
    int at = 1;
    while (at < words.size()) {
      at = line.readOption(words, at);
    }
    return line;
  }

  private int readOption(List<Word> words, int at) throws SyntaxException {
    Word word = words.get(at);
    int equals = word.text().startsWith("--") ? word.text().indexOf('=') : -1;
    OptionName name = OptionName.of(equals < 0 ? word.text() : word.text().substring(0, equals));
    if (name == null || !name.goesWith(command)) {
      String what = word.isOption() ? "option" : "argument";
      throw word.problem(what + " '" + word.text() + "' does not go with " + command);
    }
    if (options.put(name, word) != null) {
      throw word.problem(name + " is given twice");
    }
    if (equals >= 0 && name.argument() != OptionName.Argument.NONE) {
      Word value = new Word(word.text().substring(equals + 1), word.column() + equals + 1);
      arguments.put(name, value);
      return at + 1;
    }
    return readArgument(name, word, words, at + 1);
  }

  private int readArgument(OptionName name, Word option, List<Word> words, int at)
      throws SyntaxException {
    boolean needed = name.argument() == OptionName.Argument.NEEDED;
    boolean follows = at < words.size() && (needed || !words.get(at).isOption());
    if (needed && !follows) {
      throw option.problem(name + " needs an argument");
    }
    if (name.argument() == OptionName.Argument.NONE || !follows) {
      return at;
    }
    arguments.put(name, words.get(at));
    return at + 1;
  }

  OptionName command() {
    return command;
  }

  boolean has(OptionName name) {
    return options.containsKey(name);
  }

  /** The word that is the option itself; null if it is not given. */
  @Nullable Word option(OptionName name) {
    return options.get(name);
  }

  /** The argument of an option; null if there is none. */
  @Nullable Word argument(OptionName name) {
    return arguments.get(name);
  }

  Word required(OptionName name) throws SyntaxException {
    Word word = arguments.get(name);
    if (word == null) {
      throw commandWord.problem(command + " needs " + name);
    }
    return word;
  }

  /** The one of several options that is given; null if none is. */
  @Nullable OptionName oneOf(OptionName... names) throws SyntaxException {
    OptionName found = null;
    for (OptionName name : names) {
      Word word = options.get(name);
      if (word != null && found != null) {
        throw word.problem(name + " does not go with " + found);
      }
      found = word == null ? found : name;
    }
    return found;
  }

  SyntaxException problem(String message) {
    return commandWord.problem(message);
  }
}
