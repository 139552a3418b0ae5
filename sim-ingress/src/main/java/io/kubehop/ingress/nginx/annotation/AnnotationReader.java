package io.kubehop.ingress.nginx.annotation;

import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.service.api.Ingress;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the annotations of one Ingress by name. A value that the controller's validation does not
 * accept either ends the reading ({@code require…}) or counts as absent and is reported ({@code
 * …Or}), as the controller's own parser of that annotation does.
 */
final class AnnotationReader {
  private final Ingress ingress;
  private final AnnotationContext context;
  private final Findings findings;

  AnnotationReader(Ingress ingress, AnnotationContext context, Findings findings) {
    this.ingress = ingress;
    this.context = context;
    this.findings = findings;
  }

  Ingress ingress() {
    return ingress;
  }

  AnnotationContext context() {
    return context;
  }

  GlobalSettings settings() {
    return context.settings();
  }

  String namespace() {
    return ingress.metadata().namespace();
  }

  /** Whether the annotation is there, even if it is empty. */
  boolean isGiven(String name) {
    return ingress.metadata().annotations().containsKey(key(name)) || alias(name) != null;
  }

  Optional<String> requireText(String name) throws InvalidAnnotationException {
    String value = raw(name);
    if (value != null && !isAccepted(name, value)) {
      throw new InvalidAnnotationException(key(name), "'" + value + "' is not accepted");
    }
    return Optional.ofNullable(value).map(AnnotationReader::normalized);
  }

  boolean requireFlag(String name) throws InvalidAnnotationException {
    return requireText(name).map(AnnotationReader::isTrue).orElse(false);
  }

  int requireNumber(String name) throws InvalidAnnotationException {
    return requireText(name).map(AnnotationReader::toInt).orElse(0);
  }

  Optional<String> text(String name, String instead) {
    String value = raw(name);
    if (value != null && !isAccepted(name, value)) {
      ignore(name, value, instead);
      return Optional.empty();
    }
    return Optional.ofNullable(value).map(AnnotationReader::normalized);
  }

  String textOr(String name, String otherwise) {
    return text(name, otherwise.isEmpty() ? "nothing" : "'" + otherwise + "'").orElse(otherwise);
  }

  boolean flagOr(String name, boolean otherwise) {
    Optional<String> value = text(name, String.valueOf(otherwise));
    if (value.isPresent() && !Check.BOOL.accepts(value.get())) {
      ignore(name, value.get(), String.valueOf(otherwise));
      return otherwise;
    }
    return value.map(AnnotationReader::isTrue).orElse(otherwise);
  }

  int numberOr(String name, int otherwise) {
    Optional<String> value = text(name, String.valueOf(otherwise));
    if (value.isPresent() && !Check.INT.accepts(value.get())) {
      ignore(name, value.get(), String.valueOf(otherwise));
      return otherwise;
    }
    return value.map(AnnotationReader::toInt).orElse(otherwise);
  }

  void report(String name, String message) {
    findings.add(ingress.key(), "metadata.annotations[" + key(name) + "]", message);
  }

  private void ignore(String name, String value, String instead) {
    report(name, "ingress-nginx does not accept '" + value + "' and takes " + instead);
  }

  private boolean isAccepted(String name, String value) {
    KnownAnnotations.Known known = KnownAnnotations.get(name);
    return known == null || !context.validates() || known.check().accepts(value);
  }

  private @Nullable String raw(String name) {
    Map<String, String> annotations = ingress.metadata().annotations();
    String value = annotations.get(key(name));
    return value == null || value.isEmpty() ? alias(name) : value;
  }

  private @Nullable String alias(String name) {
    for (Map.Entry<String, String> alias : KnownAnnotations.ALIASES.entrySet()) {
      String value = ingress.metadata().annotations().get(key(alias.getKey()));
      if (alias.getValue().equals(name) && value != null && !value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  private String key(String name) {
    return context.prefix() + "/" + name;
  }

  private static String normalized(String value) {
    return Arrays.stream(value.split("\n", -1)).map(String::trim).collect(Collectors.joining("\n"));
  }

  private static boolean isTrue(String value) {
    return value.startsWith("t") || value.startsWith("T") || value.equals("1");
  }

  private static int toInt(String value) {
    long number = Check.INT.accepts(value) ? Long.parseLong(value) : 0;
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
  }
}
