package io.kubehop.scenarios.cli;

import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.scenarios.file.ManifestInputs;
import io.kubehop.scenarios.file.Scenario;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of all commands that work on manifests. */
final class InputOptions {
  private static final String STANDARD_INPUT = "-";

  @Option(
      names = "-f",
      paramLabel = "PATH",
      description = "Manifests, folders, scenario files, or - for standard input.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      converter = Converters.Mode.class,
      description = "How kube-proxy works: userspace, iptables, ipvs or nftables.")
  private @Nullable ProxyMode mode;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Converters.WholeNumber.class,
      description = "What every random choice derives from.")
  private @Nullable Long seed;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** Whether nothing was given. */
  boolean isEmpty() {
    return files.isEmpty();
  }

  /** The cluster and the objects of a text in place of inputs. */
  Scenario load(String name, String text) {
    return overridden(new ManifestInputs().addText(name, text).load(), mode, seed);
  }

  /** The cluster and the objects of all inputs. */
  Scenario load(InputStream in) {
    if (isEmpty()) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(), "Missing required option: '-f=PATH'");
    }
    ManifestInputs inputs = new ManifestInputs();
    for (String file : files) {
      if (file.equals(STANDARD_INPUT)) {
        inputs.addStream("<stdin>", in);
      } else {
        inputs.add(file);
      }
    }
    return overridden(inputs.load(), mode, seed);
  }

  static Scenario overridden(Scenario scenario, @Nullable ProxyMode mode, @Nullable Long seed) {
    ClusterSpec cluster = scenario.cluster();
    if (mode != null) {
      cluster = cluster.withForcedMode(mode);
    }
    if (seed != null) {
      cluster = cluster.withSeed(seed);
    }
    return scenario.withCluster(cluster);
  }
}
