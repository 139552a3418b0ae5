/**
 * What nginx does with one request once its configuration is loaded: start at {@link
 * io.kubehop.ingress.nginx.phase.NginxRouter}. A request enters and goes through nginx' phases in
 * their order; what is to become of it leaves.
 *
 * <p>Lives here: redirects, rewrites, limits, access, header fields, error pages. May not live
 * here: how a configuration is made, and how connections are carried out.
 */
@NullMarked
package io.kubehop.ingress.nginx.phase;

import org.jspecify.annotations.NullMarked;
