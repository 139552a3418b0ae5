package io.kubehop.scenarios.cluster;

import io.kubehop.core.trace.Hop;
import io.kubehop.core.trace.Step;
import io.kubehop.scenarios.connection.Packets;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.apiserver.ObjectRejectedException;
import io.kubehop.service.apiserver.Rejection;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.source.InvalidInputException;
import io.kubehop.service.source.Position;
import io.kubehop.service.source.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which objects were given, and where: what lets a trace name the line of a manifest. */
public final class GivenObjects {
  private static final Pattern FIELD =
      Pattern.compile(
          "([A-Z][A-Za-z]+)/([a-z0-9-]+)/([a-z0-9.-]+)"
              + " ((?:spec|metadata)(?:\\.[A-Za-z]+|\\[[^\\]]*\\])*+)(?! \\()");

  private final Map<ObjectKey, LoadedObject> latest = new LinkedHashMap<>();

  GivenObjects() {}

  /** Has objects kept by an API server; what it says of them is put in their places. */
  void accept(List<LoadedObject> objects, Consumer<List<KubeObject>> apiServer) {
    try {
      apiServer.accept(objects.stream().map(LoadedObject::object).toList());
    } catch (ObjectRejectedException rejected) {
      throw new InvalidInputException(problems(rejected, objects));
    }
    objects.forEach(object -> latest.put(object.object().key(), object));
  }

  /** The object of a key as it was last given; absent if a controller made it. */
  public Optional<LoadedObject> find(ObjectKey key) {
    return Optional.ofNullable(latest.get(key));
  }

  /**
   * Describes an object and where it was given: {@code Service shop/cart (cart.yaml line 31)}.
   *
   * @param key its key as it prints, {@code KIND/NAMESPACE/NAME}
   */
  public String describe(String key) {
    int first = key.indexOf('/');
    int last = key.lastIndexOf('/');
    if (first < 0) {
      return key;
    }
    String namespace = first == last ? "" : key.substring(first + 1, last);
    return describe(new ObjectKey(key.substring(0, first), namespace, key.substring(last + 1)));
  }

  /** Describes an object and where it was given: {@code Service shop/cart (cart.yaml line 31)}. */
  public String describe(ObjectKey key) {
    String name = key.kind() + " " + key.namespacedName();
    return place(key, "").map(place -> name + " (" + place + ")").orElse(name);
  }

  /** Where a field of an object was given, such as {@code cart.yaml line 31}, if it was. */
  public Optional<String> place(ObjectKey key, String path) {
    return find(key)
        .map(given -> given.position(path))
        .filter(Position::isKnown)
        .map(position -> position.file() + " line " + position.line());
  }

  /**
   * Adds its place to each field that a text names, such as {@code Ingress/shop/web
   * spec.rules[0].http.paths[1]}, and has none yet.
   */
  public String withPlaces(String text) {
    return FIELD.matcher(text).replaceAll(match -> Matcher.quoteReplacement(withPlace(match)));
  }

  /** The same for what applications say in a trace. */
  List<Hop> withPlaces(List<Hop> hops) {
    return hops.stream()
        .map(hop -> Packets.isNote(hop) ? new Hop(hop.place(), placed(hop.steps())) : hop)
        .toList();
  }

  private List<Step> placed(List<Step> steps) {
    return steps.stream()
        .map(
            step ->
                step instanceof Step.ApplicationNote note
                    ? new Step.ApplicationNote(note.application(), withPlaces(note.text()))
                    : step)
        .toList();
  }

  private String withPlace(MatchResult match) {
    ObjectKey key = new ObjectKey(match.group(1), match.group(2), match.group(3));
    return place(key, match.group(4))
        .map(place -> match.group() + " (" + place + ")")
        .orElse(match.group());
  }

  /** All objects as they were last given. */
  Collection<LoadedObject> all() {
    return Collections.unmodifiableCollection(latest.values());
  }

  private static List<Problem> problems(
      ObjectRejectedException rejected, List<LoadedObject> objects) {
    List<Problem> problems = new ArrayList<>();
    for (Rejection rejection : rejected.rejections()) {
      ObjectKey key = rejection.object().key();
      Optional<LoadedObject> source =
          objects.stream().filter(given -> given.object().key().equals(key)).findFirst();
      rejection
          .errors()
          .forEach(
              error ->
                  problems.add(
                      source
                          .map(given -> given.problem(error.path(), error.message()))
                          .orElseGet(
                              () ->
                                  new Problem(
                                      Position.UNKNOWN,
                                      error.path(),
                                      key + ": " + error.message()))));
    }
    return problems;
  }
}
