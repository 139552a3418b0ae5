/**
 * A controller that follows the text of the Ingress API to the letter, for every class that is not
 * of ingress-nginx: start at {@link io.kubehop.ingress.generic.GenericIngressController}. Ingresses
 * enter; routes leave.
 *
 * <p>May not live here: what single implementations add to the API.
 */
@NullMarked
package io.kubehop.ingress.generic;

import org.jspecify.annotations.NullMarked;
