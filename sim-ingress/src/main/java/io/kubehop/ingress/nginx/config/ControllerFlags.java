package io.kubehop.ingress.nginx.config;

import com.google.common.collect.ImmutableMap;
import io.kubehop.service.api.Container;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The command line of a controller (pkg/flags). A flag that is absent has the default of controller
 * 1.15.
 *
 * @param values the flags as given, by name without dashes
 */
public record ControllerFlags(Map<String, String> values) {
  private static final String CONTROLLER = "k8s.io/ingress-nginx";

  /** Copies the map. */
  public ControllerFlags {
    values = ImmutableMap.copyOf(values);
  }

  /** Reads the arguments of a Pod's containers, with the Pod's own name and namespace filled in. */
  public static ControllerFlags of(Pod pod) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Container container : pod.spec().containers()) {
      read(Stream.concat(container.command().stream(), container.args().stream()).toList(), values);
    }
    values.replaceAll(
        (name, value) ->
            value
                .replace("$(POD_NAMESPACE)", pod.metadata().namespace())
                .replace("$(POD_NAME)", pod.metadata().name()));
    return new ControllerFlags(values);
  }

  private static void read(List<String> arguments, Map<String, String> values) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        continue;
      }
      int equals = argument.indexOf('=');
      boolean separate =
          equals < 0 && i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("-");
      if (equals >= 0) {
        values.put(argument.substring(2, equals), argument.substring(equals + 1));
      } else {
        values.put(argument.substring(2), separate ? arguments.get(i + 1) : "true");
      }
    }
  }

  /** Returns a text; empty if it is not given. */
  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** Returns a switch. */
  public boolean flag(String name, boolean otherwise) {
    String value = text(name);
    return value.isEmpty() ? otherwise : value.equals("true") || value.equals("1");
  }

  /** Returns a whole number. */
  public int number(String name, int otherwise) {
    String value = text(name);
    return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : otherwise;
  }

  /** The controller that IngressClasses of its own name. */
  public String controllerClass() {
    String value = text("controller-class");
    return value.isEmpty() ? CONTROLLER : value;
  }

  /** The value of the deprecated class annotation that it takes for its own. */
  public String ingressClass() {
    String value = text("ingress-class");
    return value.isEmpty() ? "nginx" : value;
  }

  /** The prefix of annotations that it reads. */
  public String annotationsPrefix() {
    String value = text("annotations-prefix");
    return value.isEmpty() ? "nginx.ingress.kubernetes.io" : value;
  }

  /** The Service in front of the controller ({@code --publish-service}); without name if none. */
  public ObjectKey publishService() {
    String value = text("publish-service");
    int slash = value.indexOf('/');
    return slash < 0
        ? new ObjectKey(Service.KIND, "", "")
        : new ObjectKey(Service.KIND, value.substring(0, slash), value.substring(slash + 1));
  }

  /** Nanoseconds between two synchronisations, at least ({@code --sync-rate-limit}). */
  public long syncInterval() {
    String value = text("sync-rate-limit");
    double perSecond =
        value.matches("[0-9]{1,6}(\\.[0-9]{1,6})?") ? Double.parseDouble(value) : 0.3;
    return perSecond <= 0 ? 0 : (long) (1e9 / perSecond);
  }
}
