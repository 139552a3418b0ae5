package io.kubehop.scenarios.file;

import io.kubehop.scenarios.file.Step.Action;
import io.kubehop.scenarios.format.Field;
import io.kubehop.scenarios.format.FieldList;
import io.kubehop.scenarios.format.ObjectShape;
import io.kubehop.scenarios.format.Reading;
import io.kubehop.scenarios.format.Schema;
import io.kubehop.scenarios.format.Shape;
import io.kubehop.scenarios.format.Shapes;
import io.kubehop.service.source.FieldPath;
import io.kubehop.service.source.NearNames;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One step: a map with exactly one action among its fields, which decides what the others may be.
 */
final class StepShape implements Shape<Step> {
  private static final Set<String> COMMON = new LinkedHashSet<>(List.of("name", "at", "expect"));

  private final Map<Action, ObjectShape<Step>> byAction = new EnumMap<>(Action.class);

  /** What makes a step of its header, what its action says, and what is expected. */
  private interface Make<A, E> {
    Step step(Step.Header header, A action, E expect);
  }

  StepShape() {
    add(
        Action.SEND,
        "Makes connections.",
        ActionShapes.SEND,
        ExpectShapes::connection,
        Step.Send::new);
    add(
        Action.RESOLVE,
        "Looks a name up.",
        ActionShapes.RESOLVE,
        ExpectShapes::lookup,
        StepShape::resolve);
    add(
        Action.APPLY,
        "Creates or replaces Kubernetes objects, given here or in files.",
        FileShapes.OBJECTS_OR_FILES,
        Step.Apply::new);
    add(
        Action.DELETE,
        "Deletes objects: KIND/NAMESPACE/NAME, or KIND/NAME.",
        ActionShapes.DELETE,
        Step.Delete::new);
    add(
        Action.FAIL,
        "Has something fail: node/NAME, pod/NAMESPACE/NAME, link/NODE:NODE, ingress/NAME or"
            + " kube-proxy/NODE.",
        Texts.PART,
        Step.Fail::new);
    add(Action.RECOVER, "Undoes a fail.", Texts.PART, Step.Recover::new);
    add(
        Action.READY,
        "Sets the readiness of a Pod.",
        ActionShapes.READY,
        (header, ready) -> new Step.Ready(header, ready.pod(), ready.value()));
    add(Action.WAIT, "Lets time pass.", Shapes.DURATION_TEXT, Step.Wait::new);
    add(
        Action.GET,
        "Looks at an object: KIND/NAMESPACE/NAME, or KIND/NAME.",
        Texts.KEY,
        ExpectShapes::object,
        Step.Get::new);
    add(
        Action.TRAFFIC,
        "Makes connections in the background.",
        ActionShapes.TRAFFIC,
        ExpectShapes::traffic,
        Step.Traffic::new);
  }

  private static Step resolve(
      Step.Header header, ActionShapes.Lookup lookup, LookupExpectation expect) {
    return new Step.Resolve(
        header, lookup.from(), lookup.name(), lookup.type(), lookup.libc(), expect);
  }

  private <A> void add(
      Action action, String description, Shape<A> shape, BiFunction<Step.Header, A, Step> make) {
    this.<A, Boolean>add(
        action,
        description,
        shape,
        fields -> read -> true,
        (header, value, expect) -> make.apply(header, value));
  }

  private <A, E> void add(
      Action action,
      String description,
      Shape<A> shape,
      Function<FieldList, Function<Reading, E>> expectation,
      Make<A, E> make) {
    ObjectShape<Expect<E>> expectShape = expect(action, expectation);
    byAction.put(
        action,
        ObjectShape.of(
            description,
            fields -> {
              Field<Optional<String>> name =
                  fields.optional("name", Shapes.TEXT, "What the step is called.");
              Field<Optional<Duration>> at =
                  fields.optional(
                      "at",
                      Shapes.DURATION_TEXT,
                      "The virtual time at which it runs. Default: when the step before it has"
                          + " settled.");
              Field<A> value = fields.required(action.toString(), shape, description);
              Field<Optional<Expect<E>>> expect =
                  fields.optional("expect", expectShape, "What has to come of it.");
              return read -> {
                Expect<E> expected = read.get(expect).orElse(expectShape.empty());
                String path = read.given().path();
                Step.Header header =
                    new Step.Header(
                        path, read.get(name).orElse(path), read.get(at), expected.error());
                return make.step(header, read.get(value), expected.rest());
              };
            }));
  }

  /** What any action may be expected to do: fail with a message. */
  private record Expect<E>(List<String> error, E rest) {}

  private static <E> ObjectShape<Expect<E>> expect(
      Action action, Function<FieldList, Function<Reading, E>> expectation) {
    return ObjectShape.of(
        "What has to come of " + action + ".",
        fields -> {
          Field<List<String>> error =
              fields.optional(
                  "error",
                  Shapes.TEXT.oneOrList(),
                  List.of(),
                  "Parts of the message with which the step has to fail.");
          Function<Reading, E> rest = expectation.apply(fields);
          return read -> new Expect<>(read.get(error), rest.apply(read));
        });
  }

  @Override
  public Optional<Step> read(Value value) {
    if (!(value.node() instanceof SourceMapping mapping)) {
      value.fields(); // says what is wrong
      return Optional.empty();
    }
    List<Action> given = actionsOf(mapping);
    if (given.size() != 1) {
      complain(value, mapping, given);
      return Optional.empty();
    }
    return Optional.ofNullable(byAction.get(given.get(0))).flatMap(shape -> shape.read(value));
  }

  private static List<Action> actionsOf(SourceMapping mapping) {
    List<Action> given = new ArrayList<>();
    for (int i = 0; i < mapping.size(); i++) {
      for (Action action : Action.values()) {
        if (action.toString().equals(mapping.name(i))) {
          given.add(action);
        }
      }
    }
    return given;
  }

  private static void complain(Value value, SourceMapping mapping, List<Action> given) {
    if (given.size() > 1) {
      value
          .problems()
          .add(
              mapping.namePosition(given.get(1).toString()),
              value.path(),
              "a step has one action, this one has " + names(given) + "; make it several steps");
      return;
    }
    List<Action> all = Arrays.asList(Action.values());
    for (int i = 0; i < mapping.size(); i++) {
      if (!COMMON.contains(mapping.name(i))) {
        value
            .problems()
            .add(
                mapping.namePosition(i),
                FieldPath.child(value.path(), mapping.name(i)),
                "unknown action; a step has one of "
                    + names(all)
                    + NearNames.suggestion(
                        mapping.name(i), all.stream().map(Action::toString).toList()));
        return;
      }
    }
    value.problem("has no action; a step has one of " + names(all));
  }

  private static String names(List<Action> actions) {
    return actions.stream().map(Action::toString).collect(Collectors.joining(", "));
  }

  @Override
  public SourceMapping schema() {
    List<SourceMapping> steps = new ArrayList<>();
    byAction.values().forEach(shape -> steps.add(shape.schema()));
    return Schema.oneOf(steps);
  }
}
