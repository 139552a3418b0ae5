/**
 * Objects of a cluster enter; tables and manifests leave, in the forms of {@code kubectl get}.
 *
 * <p>Here live what users call kinds, and the columns of each kind. What the objects say does not
 * live here.
 */
@NullMarked
package io.kubehop.scenarios.get;

import org.jspecify.annotations.NullMarked;
