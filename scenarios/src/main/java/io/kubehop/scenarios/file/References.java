package io.kubehop.scenarios.file;

import io.kubehop.scenarios.connection.Source;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.source.FieldPath;
import io.kubehop.service.source.Value;
import java.util.List;
import java.util.Optional;

/**
 * Checks that what steps name could be there: that some object of the scenario, given at the start
 * or applied by a step, is it or could bring it about.
 */
final class References {
  private final Scenario scenario;
  private final Value root;
  private final ObjectsInSight objects;

  References(Scenario scenario, Value root) {
    this.scenario = scenario;
    this.root = root;
    this.objects = ObjectsInSight.of(scenario);
  }

  void check() {
    scenario.steps().forEach(this::check);
  }

  private void check(Step step) {
    String path = step.header().path() + "." + step.action();
    switch (step.action()) {
      case SEND -> connection((Step.Send) step, path);
      case RESOLVE -> source(((Step.Resolve) step).from(), path + ".from");
      case TRAFFIC -> {
        source(((Step.Traffic) step).traffic().from(), path + ".from");
        node(((Step.Traffic) step).traffic().node(), path + ".node");
      }
      case DELETE -> keys(((Step.Delete) step).keys(), path);
      case READY -> object(((Step.Ready) step).pod(), path + ".pod");
      case GET -> object(((Step.Get) step).key(), path);
      case FAIL -> part(((Step.Fail) step).part(), path);
      case RECOVER -> part(((Step.Recover) step).part(), path);
      case APPLY, WAIT -> {}
    }
  }

  private void connection(Step.Send step, String path) {
    source(step.request().source(), path + ".from");
    node(step.request().node(), path + ".node");
  }

  private void source(Source source, String path) {
    if (source instanceof Source.Pod pod) {
      object(new ObjectKey(Pod.KIND, pod.namespace(), pod.name()), path);
    } else if (source instanceof Source.Node node) {
      node(Optional.of(node.name()), path);
    } else if (source instanceof Source.AnyPodOf workload) {
      object(new ObjectKey(workload.kind(), workload.namespace(), workload.name()), path);
    }
  }

  private void part(Part part, String path) {
    if (part instanceof Part.NodePart node) {
      node(Optional.of(node.name()), path);
    } else if (part instanceof Part.PodPart pod) {
      object(pod.key(), path);
    } else if (part instanceof Part.ProxyPart proxy) {
      node(Optional.of(proxy.node()), path);
    } else if (part instanceof Part.LinkPart link) {
      node(Optional.of(link.first()), path);
      node(Optional.of(link.second()), path);
    }
  }

  private void keys(List<ObjectKey> keys, String path) {
    for (int i = 0; i < keys.size(); i++) {
      object(keys.get(i), path + "[" + i + "]");
    }
  }

  private void node(Optional<String> name, String path) {
    name.ifPresent(given -> object(ObjectKey.ofCluster("Node", given), path));
  }

  private void object(ObjectKey key, String path) {
    if (!objects.mayHold(key)) {
      root.problems()
          .add(
              FieldPath.position(root.node(), path),
              path,
              "there is no " + key.kind() + " " + key.namespacedName() + objects.suggestion(key));
    }
  }
}
