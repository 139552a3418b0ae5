package io.kubehop.service.source;

import com.google.common.collect.ImmutableMap;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the fields of one map, as formats of our own and Kubernetes objects are decoded:
 *
 * <pre>{@code
 * Fields fields = Fields.of(node, "", problems);
 * String name = fields.text("name");                          // required
 * int count = fields.integer("count", 1);                     // optional, with its default
 * Optional<Duration> at = fields.optional("at").flatMap(Value::duration);
 * List<Step> steps = fields.objects("steps").stream().map(Step::decode).toList();
 * fields.rejectUnknown();                                     // after the last field was asked for
 * problems.throwIfAny();
 * }</pre>
 *
 * <p>No method throws because of the input. A wrong value becomes a {@link Problem} that names
 * file, line, column and path, and the decoding goes on with the default, so that a user hears of
 * all problems at once. A null counts as absent everywhere.
 *
 * <p>The fields that a decoder asks for are the fields that exist: {@link #rejectUnknown} reports
 * any other, and proposes the one that was probably meant.
 */
public final class Fields {
  private static final SourceMapping NOTHING = SourceMapping.of(ImmutableMap.of());
  private static final int FEW = 12;

  private final SourceMapping mapping;
  private final Trail trail;
  private final Problems problems;
  private final List<String> known = new ArrayList<>();

  Fields(SourceMapping mapping, Trail trail, Problems problems) {
    this.mapping = mapping;
    this.trail = trail;
    this.problems = problems;
  }

  /**
   * Returns the fields of a value that has to be a map; if it is none, that is a problem, and there
   * are no fields.
   *
   * @param path the path of the value, which the paths of its fields begin with; empty for a
   *     document
   * @param problems takes what is found to be wrong
   */
  public static Fields of(SourceNode node, String path, Problems problems) {
    return Value.of(node, path, problems)
        .fields()
        .orElseGet(() -> new Fields(NOTHING, Trail.of(path), problems));
  }

  /** Returns the path of this map; empty for a document. */
  public String path() {
    return trail.toString();
  }

  /** Returns the map itself. */
  public SourceMapping mapping() {
    return mapping;
  }

  /** Returns where the problems of this decoding go. */
  public Problems problems() {
    return problems;
  }

  /**
   * Adds a problem of one field, at the place of its value, or of the map where the field is
   * absent.
   */
  public void problem(String name, String message) {
    Position position = mapping.get(name).map(SourceNode::position).orElse(mapping.position());
    problems.add(position, trail.field(name).toString(), message);
  }

  /** Returns a field; absent if it is not given. */
  public Optional<Value> optional(String name) {
    known.add(name);
    int index = mapping.indexOf(name);
    return index < 0 || mapping.value(index).isNull()
        ? Optional.empty()
        : Optional.of(new Value(mapping.value(index), trail.field(name), problems));
  }

  /** Returns a field that has to be given; absent, and a problem, if it is not. */
  public Optional<Value> required(String name) {
    Optional<Value> value = optional(name);
    if (value.isEmpty()) {
      problems.add(mapping.position(), trail.field(name).toString(), "is required");
    }
    return value;
  }

  /** Returns a text that has to be given; empty, and a problem, if it is not. */
  public String text(String name) {
    return required(name).flatMap(Value::text).orElse("");
  }

  /** Returns a text, or its default. */
  public String text(String name, String otherwise) {
    return optional(name).flatMap(Value::text).orElse(otherwise);
  }

  /** Returns a text; absent if it is not given. */
  public Optional<String> optionalText(String name) {
    return optional(name).flatMap(Value::text);
  }

  /** Returns a whole number of 32 bits, or its default. */
  public int integer(String name, int otherwise) {
    return optionalInteger(name).orElse(otherwise);
  }

  /** Returns a whole number of 32 bits; absent if it is not given. */
  public Optional<Integer> optionalInteger(String name) {
    return optional(name).flatMap(value -> value.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  /** Returns a whole number of 64 bits; absent if it is not given. */
  public Optional<Long> optionalLong(String name) {
    return optional(name).flatMap(value -> value.wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE));
  }

  /** Returns a truth value, or its default. */
  public boolean flag(String name, boolean otherwise) {
    return optionalFlag(name).orElse(otherwise);
  }

  /** Returns a truth value; absent if it is not given. */
  public Optional<Boolean> optionalFlag(String name) {
    return optional(name).flatMap(Value::flag);
  }

  /** Returns a duration such as {@code 1500ms}; absent if it is not given. */
  public Optional<Duration> optionalDuration(String name) {
    return optional(name).flatMap(Value::duration);
  }

  /** Returns the values of a list; empty if it is not given. */
  public List<Value> list(String name) {
    return optional(name).map(Value::list).orElse(List.of());
  }

  /** Returns a list of texts; empty if it is not given. */
  public List<String> texts(String name) {
    return list(name).stream().map(value -> value.text().orElse("")).toList();
  }

  /**
   * Returns a map of texts in the order of writing, a null as an empty text; empty if it is not
   * given.
   */
  public Map<String, String> textMap(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    Fields entries = object(name);
    for (int i = 0; i < entries.mapping.size(); i++) {
      String key = entries.mapping.name(i);
      texts.put(key, entries.optional(key).flatMap(Value::text).orElse(""));
    }
    return ImmutableMap.copyOf(texts);
  }

  /** Returns the fields of a map; no fields if it is not given. */
  public Fields object(String name) {
    return optionalObject(name).orElseGet(() -> new Fields(NOTHING, trail.field(name), problems));
  }

  /** Returns the fields of a map; absent if it is not given. */
  public Optional<Fields> optionalObject(String name) {
    return optional(name).flatMap(Value::fields);
  }

  /** Returns the fields of each map in a list; empty if the list is not given. */
  public List<Fields> objects(String name) {
    return list(name).stream().map(Value::fields).flatMap(Optional::stream).toList();
  }

  /**
   * Calls for every field that is given, in the order of writing: for maps whose names are data.
   */
  public void forEach(BiConsumer<String, Value> action) {
    for (int i = 0; i < mapping.size(); i++) {
      if (!mapping.value(i).isNull()) {
        String name = mapping.name(i);
        action.accept(name, new Value(mapping.value(i), trail.field(name), problems));
      }
    }
  }

  /** Reports the fields that were given but never asked for. */
  public void rejectUnknown() {
    rejectUnknown(new LinkedHashSet<>(known));
  }

  /** Reports the fields that were given but are not among these. */
  public void rejectUnknown(Set<String> allowed) {
    for (int i = 0; i < mapping.size(); i++) {
      String name = mapping.name(i);
      if (!allowed.contains(name)) {
        problems.add(
            mapping.namePosition(i), trail.field(name).toString(), unknownField(name, allowed));
      }
    }
  }

  private static String unknownField(String name, Set<String> allowed) {
    String suggestion = NearNames.suggestion(name, allowed);
    if (suggestion.isEmpty() && !allowed.isEmpty() && allowed.size() <= FEW) {
      return "unknown field; the fields here are " + String.join(", ", allowed);
    }
    return "unknown field" + suggestion;
  }

  static boolean fits(@Nullable BigInteger value, long least, long most) {
    return value != null
        && value.compareTo(BigInteger.valueOf(least)) >= 0
        && value.compareTo(BigInteger.valueOf(most)) <= 0;
  }
}
