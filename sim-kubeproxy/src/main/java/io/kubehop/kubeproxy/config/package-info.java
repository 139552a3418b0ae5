/**
 * What a kube-proxy is told to do: a {@code KubeProxyConfiguration} that may say little enters,
 * {@link io.kubehop.kubeproxy.config.ProxySettings} that say everything leave.
 *
 * <p>Lives here: defaults, the detection of local Pod traffic, the addresses that take node ports.
 * May not live here: anything that changes while a proxy runs.
 */
@NullMarked
package io.kubehop.kubeproxy.config;

import org.jspecify.annotations.NullMarked;
