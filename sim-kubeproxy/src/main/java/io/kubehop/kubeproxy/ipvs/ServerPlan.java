package io.kubehop.kubeproxy.ipvs;

import io.kubehop.core.ipvs.VirtualServerConfig;
import io.kubehop.core.net.SocketAddress;
import java.util.List;

/**
 * A virtual server that a port of a Service asks for.
 *
 * @param config how it is set up
 * @param endpoints its real servers, in the order of their text
 * @param bound whether its address is to be one of {@code kube-ipvs0}
 */
record ServerPlan(VirtualServerConfig config, List<SocketAddress> endpoints, boolean bound) {}
