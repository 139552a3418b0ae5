package io.kubehop.scenarios.cluster;

import io.kubehop.core.net.SocketAddress;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Pod;
import java.util.Optional;

/** Says which Pod a server is. */
final class PodNames {
  private static final String POD = "pod/";

  private final ControlPlane controlPlane;

  PodNames(ControlPlane controlPlane) {
    this.controlPlane = controlPlane;
  }

  /** The Pod at a socket of a host, {@code NAMESPACE/NAME}; absent if it is none. */
  Optional<String> at(String host, SocketAddress socket) {
    if (host.startsWith(POD)) {
      return Optional.of(host.substring(POD.length()));
    }
    return controlPlane.pods().stream()
        .filter(pod -> isHostNetworkPodAt(pod, host, socket.port()))
        .map(pod -> pod.key().namespacedName())
        .findFirst();
  }

  /** A Pod on the host network counts by its declared port on any address of its node. */
  private static boolean isHostNetworkPodAt(Pod pod, String host, int port) {
    return pod.spec().hostNetwork()
        && pod.spec().nodeName().equals(host)
        && pod.spec().containers().stream()
            .flatMap(container -> container.ports().stream())
            .anyMatch(declared -> declared.containerPort() == port);
  }
}
