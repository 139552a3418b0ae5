/**
 * Services and EndpointSlices as kube-proxy keeps them. Watch events enter {@link
 * io.kubehop.kubeproxy.services.ServiceTracker}, one for each address family and shared by all
 * nodes; what one node sees of a port leaves by {@link io.kubehop.kubeproxy.services.Topology}.
 *
 * <p>May not live here: rules of any mode, and time.
 */
@NullMarked
package io.kubehop.kubeproxy.services;

import org.jspecify.annotations.NullMarked;
