/**
 * Kubernetes objects enter; what a cluster's controllers and node agents make of them leaves.
 *
 * <p>Here lives the API server with its controllers, the kubelet and the wiring of Pods. The rules
 * of a node are not written here: that is the work of kube-proxy.
 */
@NullMarked
package io.kubehop.service;

import org.jspecify.annotations.NullMarked;
