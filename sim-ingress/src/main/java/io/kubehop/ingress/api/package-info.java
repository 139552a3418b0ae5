/**
 * What all ingress controllers share: how an Ingress names a Service port, which Ingresses a
 * controller serves, and what is wrong with them. API objects enter; decisions that the API itself
 * prescribes leave.
 *
 * <p>May not live here: how one particular controller turns rules into routes.
 */
@NullMarked
package io.kubehop.ingress.api;

import org.jspecify.annotations.NullMarked;
