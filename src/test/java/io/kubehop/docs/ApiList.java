package io.kubehop.docs;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Share;
import io.kubehop.core.trace.Hop;
import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.check.Probe;
import io.kubehop.scenarios.check.ProbeResult;
import io.kubehop.scenarios.cluster.NotPossibleException;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Ending;
import io.kubehop.scenarios.connection.HttpAnswer;
import io.kubehop.scenarios.connection.Made;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.scenarios.connection.Way;
import io.kubehop.scenarios.get.ObjectView;
import io.kubehop.scenarios.replay.ScenarioResult;
import io.kubehop.scenarios.trace.Explanation;
import io.kubehop.service.source.InvalidInputException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public API in Markdown: its types with their members, in order. */
final class ApiList {
  /** The front door, and the values that it takes and gives. */
  private static final List<Class<?>> FRONT_DOOR =
      List.of(
          ClusterSimulation.class,
          Request.class,
          Source.class,
          Destination.class,
          Connection.class,
          Way.class,
          Made.class,
          Ending.class,
          HttpAnswer.class,
          Explanation.class,
          LookupResult.class,
          ObjectView.class,
          Probe.class,
          ProbeResult.class,
          ScenarioResult.class,
          InvalidInputException.class,
          NotPossibleException.class,
          Outcome.class,
          Share.class,
          Hop.class,
          IpAddress.class,
          SocketAddress.class);

  private ApiList() {}

  static String markdown(Path testkit) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # The public API

            These types and members stay as they are within a major version. Everything else that is
            public is so for KubeHop's own modules, and may change at any time; packages named
            `internal` say so in their name. A test compares this list with the code.
            """);
    section("The front door, and what goes in and out there", FRONT_DOOR, text);
    List<Class<?>> root = publicTypes(testkit, "io.kubehop.testkit");
    section("io.kubehop.testkit", root, text);
    List<Class<?>> property = publicTypes(testkit, "io.kubehop.testkit.property");
    section("io.kubehop.testkit.property", property, text);
    return text.toString();
  }

  private static List<Class<?>> publicTypes(Path classes, String name) throws IOException {
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.list(classes.resolve(name.replace('.', '/')))) {
      for (Path file : files.sorted().toList()) {
        String simple = file.getFileName().toString().replaceAll("\\.class$", "");
        if (file.toString().endsWith(".class") && !simple.contains("-info")) {
          types.add(load(name + "." + simple));
        }
      }
    }
    return types.stream().filter(ApiList::isPublic).toList();
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ApiList.class.getClassLoader());
    } catch (ClassNotFoundException absent) {
      throw new IllegalStateException(name, absent);
    }
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }

  private static void section(String title, List<Class<?>> types, StringBuilder text) {
    text.append("\n## ").append(title).append('\n');
    for (Class<?> type : types) {
      text.append("\n### ").append(type.getName().replace('$', '.')).append("\n\n```java\n");
      members(type).forEach(member -> text.append(member).append('\n'));
      text.append("```\n");
    }
  }

  private static List<String> members(Class<?> type) {
    List<String> members = new ArrayList<>();
    if (type.isEnum()) {
      Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(members::add);
      return members;
    }
    for (Constructor<?> constructor : type.getConstructors()) {
      members.add("new " + type.getSimpleName() + parameters(constructor));
    }
    for (Method method : type.getDeclaredMethods()) {
      boolean shown =
          Modifier.isPublic(method.getModifiers())
              && !method.isSynthetic()
              && !List.of("equals", "hashCode", "toString").contains(method.getName());
      if (shown) {
        String prefix = Modifier.isStatic(method.getModifiers()) ? "static " : "";
        String returned = name(method.getGenericReturnType());
        members.add(prefix + returned + " " + method.getName() + parameters(method));
      }
    }
    members.sort(null);
    return members;
  }

  private static String parameters(Executable of) {
    return Arrays.stream(of.getGenericParameterTypes())
        .map(ApiList::name)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** A type without the packages of it and of its arguments. */
  private static String name(Type type) {
    return type.getTypeName().replaceAll("[a-z][a-z0-9_]*\\.", "").replace('$', '.');
  }
}
