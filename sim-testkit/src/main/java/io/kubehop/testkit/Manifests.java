package io.kubehop.testkit;

import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.scenarios.file.ManifestInputs;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.service.source.InvalidInputException;
import io.kubehop.testkit.internal.ForeignObjects;
import io.kubehop.testkit.internal.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The manifests of a cluster, from wherever they are:
 *
 * <pre>{@code
 * ClusterSimulation cluster =
 *     new Manifests().files("k8s/").resource("extra.yaml").objects(myFabric8Service).start();
 * }</pre>
 *
 * <p>What is wrong with any of them is told by {@link #start}, all at once, a line each.
 */
public final class Manifests {
  private static final String RESOURCE = "classpath:";

  private final ManifestInputs inputs = new ManifestInputs();
  private Optional<ProxyMode> mode = Optional.empty();
  private Optional<Long> seed = Optional.empty();

  /** Begins without any. */
  public Manifests() {}

  /**
   * Adds files, and everything in folders. A folder with a {@code Chart.yaml} is what {@code helm
   * template} makes of it, one with a {@code kustomization.yaml} what {@code kubectl kustomize}
   * makes of it; {@code classpath:NAME} is a resource.
   */
  public Manifests files(String... filesAndFolders) {
    for (String each : filesAndFolders) {
      add(each, Manifests.class.getClassLoader());
    }
    return this;
  }

  /** Adds files, and everything in folders, as {@link #files(String...)} does. */
  public Manifests files(Path... filesAndFolders) {
    for (Path each : filesAndFolders) {
      add(each.toString(), Manifests.class.getClassLoader());
    }
    return this;
  }

  Manifests add(String input, ClassLoader resources) {
    if (input.startsWith(RESOURCE)) {
      return resource(input.substring(RESOURCE.length()), resources);
    }
    Path path = Path.of(input);
    if (Files.exists(path.resolve("Chart.yaml"))) {
      return outputOf("helm", "template", "release", input);
    }
    if (Files.exists(path.resolve("kustomization.yaml"))) {
      return outputOf("kubectl", "kustomize", input);
    }
    inputs.add(input);
    return this;
  }

  /** Adds YAML or JSON, one document or several. */
  public Manifests yaml(String text) {
    inputs.addText("<text>", text);
    return this;
  }

  /**
   * Adds a class-path resource.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Manifests resource(String name) {
    return resource(name, Manifests.class.getClassLoader());
  }

  private Manifests resource(String name, ClassLoader loader) {
    String plain = name.startsWith("/") ? name.substring(1) : name;
    try (InputStream in = loader.getResourceAsStream(plain)) {
      if (in == null) {
        throw new IllegalArgumentException(RESOURCE + plain + ": there is no such resource");
      }
      inputs.addStream(RESOURCE + plain, in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(RESOURCE + plain + " cannot be read", unreadable);
    }
    return this;
  }

  /**
   * Adds what a program prints.
   *
   * @param command the program and its arguments, such as {@code helm template chart/}
   * @throws IllegalArgumentException if it cannot be started or fails, with what it said
   */
  public Manifests outputOf(String... command) {
    inputs.addText("<" + String.join(" ", command) + ">", Programs.output(List.of(command)));
    return this;
  }

  /**
   * Adds what a process that was started elsewhere prints, until it ends.
   *
   * @throws IllegalArgumentException if it fails, with what it said
   */
  public Manifests outputOf(Process process) {
    inputs.addText("<process>", Programs.output(process, "the process"));
    return this;
  }

  /**
   * Adds Java objects: texts, paths, maps, and Kubernetes objects of fabric8 (any version), of the
   * official client, or of any library whose objects the Jackson or Gson on the class path writes;
   * or lists of these.
   *
   * @throws IllegalArgumentException if nothing on the class path writes one of them
   */
  public Manifests objects(Object... objects) {
    for (Object each : objects) {
      inputs.addObject(ForeignObjects.plain(each));
    }
    return this;
  }

  /**
   * Has kube-proxy work in a mode on all nodes.
   *
   * @param name {@code userspace}, {@code iptables}, {@code ipvs} or {@code nftables}
   * @throws IllegalArgumentException if it is none of these
   */
  public Manifests mode(String name) {
    mode = Optional.of(ProxyMode.parse(name));
    return this;
  }

  /** Sets what every random choice derives from. */
  public Manifests seed(long value) {
    seed = Optional.of(value);
    return this;
  }

  /**
   * Starts a cluster with all of it. May be called again, for another one like it.
   *
   * @throws InvalidInputException with everything that is wrong, a line each
   */
  public ClusterSimulation start() {
    return ClusterSimulation.of(scenario());
  }

  Scenario scenario() {
    Scenario scenario = inputs.load();
    ClusterSpec cluster = scenario.cluster();
    if (mode.isPresent()) {
      cluster = cluster.withForcedMode(mode.get());
    }
    if (seed.isPresent()) {
      cluster = cluster.withSeed(seed.get());
    }
    return scenario.withCluster(cluster);
  }
}
