/**
 * Nodes enter, and leave with pod CIDRs, addresses and conditions: node IPAM, cloud node and node
 * lifecycle controllers in one place.
 *
 * <p>Lives here: what the control plane writes into Node objects. May not live here: the machines
 * themselves.
 */
@NullMarked
package io.kubehop.service.controller.node;

import org.jspecify.annotations.NullMarked;
