package io.kubehop.scenarios.cluster;

import io.kubehop.core.app.CallResult;
import io.kubehop.core.app.Echo;
import io.kubehop.scenarios.connection.Ending;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Pod;
import java.util.Optional;

/** Puts the result of a call into the words of a cluster: which Pod was it? */
final class Endings {
  private static final String POD = "pod/";

  private final ControlPlane controlPlane;

  Endings(ControlPlane controlPlane) {
    this.controlPlane = controlPlane;
  }

  Ending of(CallResult result) {
    Optional<Echo> answer = Optional.ofNullable(result.answer());
    return new Ending(
        result.outcome(),
        answer.map(Echo::server),
        answer.flatMap(this::pod),
        answer.map(echo -> echo.client().address()),
        answer.map(echo -> result.sourceTranslated()),
        Optional.ofNullable(result.failure()));
  }

  private Optional<String> pod(Echo answer) {
    if (answer.host().startsWith(POD)) {
      return Optional.of(answer.host().substring(POD.length()));
    }
    return controlPlane.pods().stream()
        .filter(pod -> isHostNetworkPodAt(pod, answer))
        .map(pod -> pod.key().namespacedName())
        .findFirst();
  }

  /** A Pod on the host network counts by its declared port on any address of its node. */
  private static boolean isHostNetworkPodAt(Pod pod, Echo answer) {
    return pod.spec().hostNetwork()
        && pod.spec().nodeName().equals(answer.host())
        && pod.spec().containers().stream()
            .flatMap(container -> container.ports().stream())
            .anyMatch(port -> port.containerPort() == answer.server().port());
  }
}
