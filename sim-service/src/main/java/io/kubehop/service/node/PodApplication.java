package io.kubehop.service.node;

import io.kubehop.core.host.Host;
import io.kubehop.service.api.Pod;

/** What runs in a Pod, beside a plain server: it opens its own sockets. */
public interface PodApplication {

  /**
   * The containers start. {@code host} is the Pod's namespace, or the node for a Pod on the host
   * network.
   */
  void start(Pod pod, Host host);

  /** The containers were told to end: no new connections from now on. */
  void stop(Pod pod, Host host);
}
