package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The options that were given to one match or target, as words. Each can be given once. */
final class Options {
  private final Word place;
  private final IpFamily family;
  private final List<OptionSpec> specs;
  private final List<Given> given = new ArrayList<>();

  /** Starts with none given to the extension that a word names. */
  Options(Word place, IpFamily family, List<OptionSpec> specs) {
    this.place = place;
    this.family = family;
    this.specs = specs;
  }

  /** Of an extension that has no options, or none that are looked at. */
  static Options none(Word place, IpFamily family) {
    return new Options(place, family, List.of());
  }

  /**
   * One option that was given.
   *
   * @param spec which
   * @param negated whether {@code !} stood before it
   * @param option the option itself
   * @param values its values
   */
  record Given(OptionSpec spec, boolean negated, Word option, List<Word> values) {
    Word value() {
      return values.get(0);
    }

    Word value(int index) {
      return values.get(index);
    }
  }

  /** The option of a name (with its dashes cut off), or null if the extension has none. */
  @Nullable OptionSpec find(String name) {
    for (OptionSpec spec : specs) {
      if (spec.isNamed(name)) {
        return spec;
      }
    }
    List<OptionSpec> begun = specs.stream().filter(spec -> spec.begins(name)).toList();
    return begun.size() == 1 ? begun.get(0) : null;
  }

  /** Takes an option with its values, which stand behind it. */
  void add(Word option, boolean negated, WordCursor cursor) {
    OptionSpec spec = find(option.text().substring(2));
    if (spec == null) {
      throw option.fault("unknown option " + option.text());
    }
    if (negated && !spec.negatable()) {
      throw option.fault("'!' cannot stand before " + option.text());
    }
    if (has(spec.name())) {
      throw option.fault(option.text() + " can be given only once");
    }
    given.add(new Given(spec, negated, option, cursor.values(option, spec.values())));
  }

  IpFamily family() {
    return family;
  }

  /** Whether the option was given. */
  boolean has(String name) {
    return get(name) != null;
  }

  /** The option, or null if it was not given. */
  @Nullable Given get(String name) {
    for (Given option : given) {
      if (option.spec().name().equals(name)) {
        return option;
      }
    }
    return null;
  }

  /** The option, which must be given. */
  Given require(String name) {
    Given found = get(name);
    if (found == null) {
      throw fault("--" + name + " must be given");
    }
    return found;
  }

  /** The first of these options that was given, of which one must be, and not two. */
  Given requireOne(String... names) {
    Given found = null;
    for (String name : names) {
      Given option = get(name);
      if (option != null && found != null) {
        throw option
            .option()
            .fault("--" + name + " cannot be used together with --" + found.spec().name());
      }
      found = option == null ? found : option;
    }
    if (found == null) {
      throw fault("one of --" + String.join(", --", names) + " must be given");
    }
    return found;
  }

  /** Whether nothing was given. */
  boolean isEmpty() {
    return given.isEmpty();
  }

  /** All that was given, as it must be written to be read again. */
  String verbatim() {
    return given.stream().map(Options::verbatim).collect(Collectors.joining(" "));
  }

  static String verbatim(Given option) {
    String values =
        option.values().stream().map(value -> " " + value.written()).collect(Collectors.joining());
    return (option.negated() ? "! --" : "--") + option.spec().name() + values;
  }

  /** A fault of the extension as a whole. */
  RuleTextException fault(String problem) {
    return place.fault(place.text() + ": " + problem);
  }
}
