/**
 * ingress-nginx as an application: start at {@link
 * io.kubehop.ingress.nginx.NginxIngressController}. The changes of the cluster enter, and after the
 * controller's delays become what its nginx serves.
 *
 * <p>Lives here: the controller's life. May not live here: how a configuration is made ({@code
 * server}), looked up ({@code route}) and applied to requests ({@code phase}).
 */
@NullMarked
package io.kubehop.ingress.nginx;

import org.jspecify.annotations.NullMarked;
