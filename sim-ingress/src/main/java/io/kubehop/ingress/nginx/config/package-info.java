/**
 * How an ingress-nginx controller is set up: its command line and the keys of its ConfigMap, with
 * the defaults of controller 1.15.
 *
 * <p>May not live here: what single Ingresses ask for.
 */
@NullMarked
package io.kubehop.ingress.nginx.config;

import org.jspecify.annotations.NullMarked;
