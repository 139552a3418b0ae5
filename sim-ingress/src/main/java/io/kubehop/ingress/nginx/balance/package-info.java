/**
 * How an ingress-nginx controller chooses an endpoint of an upstream: start at {@link
 * io.kubehop.ingress.nginx.balance.Balancers}. An upstream and a request enter; an endpoint leaves
 * (rootfs/etc/nginx/lua/balancer, lua-resty-balancer).
 *
 * <p>Lives here: round robin, moving averages, consistent hashing, sticky cookies, canaries. All
 * that they remember is journalled. May not live here: how a connection to the endpoint goes.
 */
@NullMarked
package io.kubehop.ingress.nginx.balance;

import org.jspecify.annotations.NullMarked;
