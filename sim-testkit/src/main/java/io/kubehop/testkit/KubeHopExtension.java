package io.kubehop.testkit;

import io.kubehop.scenarios.ClusterSimulation;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the clusters of tests, and says of those that fail which seed they had. */
final class KubeHopExtension implements ParameterResolver, TestExecutionExceptionHandler {
  private static final Namespace NAMESPACE = Namespace.create(KubeHopExtension.class);
  private static final String SEEDS = "seeds";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ClusterSimulation.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Optional<KubeHop> own = parameter.findAnnotation(KubeHop.class);
    KubeHop settings = own.or(() -> settings(context)).orElseThrow(KubeHopExtension::nothingSaid);
    // A test's cluster is its own: what the context of its class holds under another id is not it.
    String key =
        context.getUniqueId()
            + own.map(each -> "/" + parameter.getDeclaringExecutable() + parameter.getIndex())
                .orElse("");
    Store store = context.getStore(NAMESPACE);
    ClusterSimulation started = store.get(key, ClusterSimulation.class);
    if (started == null) {
      started = start(settings, context);
      store.put(key, started);
      note(started.seed(), store);
    }
    return started;
  }

  private static ParameterResolutionException nothingSaid() {
    return new ParameterResolutionException(
        "a ClusterSimulation is wanted and nothing says of what; add"
            + " @KubeHop(manifests = \"k8s/\") to the test, its class or the parameter");
  }

  private static Optional<KubeHop> settings(ExtensionContext context) {
    Optional<KubeHop> ofMethod =
        context
            .getTestMethod()
            .flatMap(method -> AnnotationSupport.findAnnotation(method, KubeHop.class));
    Class<?> type = context.getTestClass().orElse(null);
    while (ofMethod.isEmpty() && type != null) {
      ofMethod = AnnotationSupport.findAnnotation(type, KubeHop.class);
      type = Modifier.isStatic(type.getModifiers()) ? null : type.getEnclosingClass();
    }
    return ofMethod;
  }

  private static ClusterSimulation start(KubeHop settings, ExtensionContext context) {
    Manifests manifests = new Manifests();
    ClassLoader resources =
        context.getTestClass().map(Class::getClassLoader).orElse(KubeHop.class.getClassLoader());
    for (String each : settings.manifests()) {
      manifests.add(each, resources);
    }
    for (String each : settings.yaml()) {
      manifests.yaml(each);
    }
    if (settings.command().length > 0) {
      manifests.outputOf(settings.command());
    }
    if (!settings.mode().isEmpty()) {
      manifests.mode(settings.mode());
    }
    return overridden(manifests, context).start();
  }

  /** What is said from outside decides. */
  static Manifests overridden(Manifests manifests, ExtensionContext context) {
    context.getConfigurationParameter("kubehop.mode").ifPresent(manifests::mode);
    seed(context).ifPresent(manifests::seed);
    return manifests;
  }

  static Optional<Long> seed(ExtensionContext context) {
    Optional<String> text = context.getConfigurationParameter("kubehop.seed");
    try {
      return text.map(Long::valueOf);
    } catch (NumberFormatException malformed) {
      throw new IllegalArgumentException(
          "kubehop.seed: '" + text.orElse("") + "' is not a whole number", malformed);
    }
  }

  private static void note(long seed, Store store) {
    Seeds seeds = store.get(SEEDS, Seeds.class);
    Seeds more = seeds == null ? new Seeds(new ArrayList<>()) : seeds;
    more.values.add(seed);
    store.put(SEEDS, more);
  }

  /** The seeds of the clusters of a test. */
  private record Seeds(List<Long> values) {}

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    Seeds seeds = context.getStore(NAMESPACE).get(SEEDS, Seeds.class);
    if (seeds != null) {
      String seed = Long.toString(seeds.values.get(0));
      context.publishReportEntry("kubehop.seed", seed);
      if (!String.valueOf(failure.getMessage()).contains(SeedNote.PROPERTY)) {
        failure.addSuppressed(new SeedNote(seed));
      }
    }
    throw failure;
  }
}
