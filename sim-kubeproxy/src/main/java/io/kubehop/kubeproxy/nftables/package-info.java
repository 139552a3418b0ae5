/**
 * kube-proxy's nftables mode. What a node may use of a Service port enters {@link
 * io.kubehop.kubeproxy.nftables.NftablesWriter}, and its chains, sets and elements leave; {@link
 * io.kubehop.kubeproxy.nftables.NftablesProxier} puts them together to the table {@code kube-proxy}
 * of each node.
 *
 * <p>Chain for chain what kube-proxy 1.34 hands to nft (pkg/proxy/nftables/proxier.go). May not
 * live here: which endpoints a node may use, and when it is told.
 */
@NullMarked
package io.kubehop.kubeproxy.nftables;

import org.jspecify.annotations.NullMarked;
