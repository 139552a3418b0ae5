package io.kubehop.testkit.internal;

import io.kubehop.service.api.KubeObject;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a user's objects into text with the libraries that are on the user's class path, whichever
 * these are: so no version of them is asked for, and none is brought along.
 */
public final class ForeignObjects {
  private ForeignObjects() {}

  /**
   * A way to write objects.
   *
   * @param type the class with the method
   * @param method takes one object and returns a text
   * @param made whether an instance is made first, else the method is static
   */
  private record Writer(String type, String method, boolean made) {}

  /** In order of preference: the library's own way first. */
  private static final List<Writer> FABRIC8 =
      List.of(new Writer("io.fabric8.kubernetes.client.utils.Serialization", "asYaml", false));

  private static final List<Writer> OFFICIAL =
      List.of(
          new Writer("io.kubernetes.client.util.Yaml", "dump", false),
          new Writer("io.kubernetes.client.openapi.JSON", "serialize", false),
          new Writer("io.kubernetes.client.openapi.JSON", "serialize", true));

  private static final List<Writer> ANY =
      List.of(
          new Writer("tools.jackson.databind.ObjectMapper", "writeValueAsString", true),
          new Writer("com.fasterxml.jackson.databind.ObjectMapper", "writeValueAsString", true));

  /**
   * Returns an object as a text, path, map or list of these: itself if it is one, else its text.
   *
   * @throws IllegalArgumentException if nothing on the class path writes it
   */
  public static Object plain(Object object) {
    if (object instanceof CharSequence || object instanceof Map || object instanceof Path) {
      return object;
    }
    if (object instanceof KubeObject) {
      return object;
    }
    if (object instanceof Iterable<?> several) {
      List<Object> plain = new ArrayList<>();
      several.forEach(each -> plain.add(plain(each)));
      return plain;
    }
    return text(object);
  }

  private static String text(Object object) {
    String type = object.getClass().getName();
    List<Writer> writers = new ArrayList<>();
    writers.addAll(type.startsWith("io.fabric8.") ? FABRIC8 : List.of());
    writers.addAll(type.startsWith("io.kubernetes.") ? OFFICIAL : List.of());
    writers.addAll(preferred(object));
    List<String> failures = new ArrayList<>();
    for (Writer writer : writers) {
      try {
        Optional<String> text = write(object, writer);
        if (text.isPresent()) {
          return text.get();
        }
      } catch (InvocationTargetException refused) {
        failures.add(writer.type() + ": " + refused.getCause());
      }
    }
    throw new IllegalArgumentException(
        "a "
            + type
            + " cannot be written: "
            + (failures.isEmpty()
                ? "no Jackson is on the class path; give its text in YAML or JSON"
                : String.join("; ", failures)));
  }

  /** Classes of fabric8 8 are annotated for Jackson 3, older ones for Jackson 2. */
  private static List<Writer> preferred(Object object) {
    boolean forJackson3 =
        List.of(object.getClass().getAnnotations()).stream()
            .anyMatch(each -> each.annotationType().getName().startsWith("tools.jackson."));
    List<Writer> writers = new ArrayList<>(ANY);
    if (!forJackson3) {
      Collections.reverse(writers);
    }
    return writers;
  }

  private static Optional<String> write(Object object, Writer writer)
      throws InvocationTargetException {
    try {
      Class<?> type = Class.forName(writer.type(), true, loaders(object));
      Object target = writer.made() ? type.getConstructor().newInstance() : null;
      Object text = type.getMethod(writer.method(), Object.class).invoke(target, object);
      return Optional.of(String.valueOf(text));
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException absent) {
      return Optional.empty();
    }
  }

  /** The object's own class loader knows the library it comes from. */
  private static ClassLoader loaders(Object object) {
    ClassLoader own = object.getClass().getClassLoader();
    return own == null ? ForeignObjects.class.getClassLoader() : own;
  }
}
