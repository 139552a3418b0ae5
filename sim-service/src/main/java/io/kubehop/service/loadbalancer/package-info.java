/**
 * Services of type LoadBalancer enter, and leave with the address at which a balancer takes their
 * traffic. Start at {@link io.kubehop.service.loadbalancer.LoadBalancerProvider}.
 *
 * <p>Lives here: the cloud provider's part of the control plane. May not live here: the balancer as
 * a host that forwards packets.
 */
@NullMarked
package io.kubehop.service.loadbalancer;

import org.jspecify.annotations.NullMarked;
