/**
 * The annotations of ingress-nginx: start at {@link
 * io.kubehop.ingress.nginx.annotation.IngressAnnotations}. The annotations of one Ingress enter;
 * one small record for each group of them leaves, with the controller's defaults filled in.
 *
 * <p>Lives here: which annotations there are, which values the controller accepts, and what it does
 * with the others (internal/ingress/annotations). May not live here: what becomes of a request.
 */
@NullMarked
package io.kubehop.ingress.nginx.annotation;

import org.jspecify.annotations.NullMarked;
