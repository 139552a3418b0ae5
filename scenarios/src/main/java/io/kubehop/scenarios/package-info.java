/**
 * Manifests and scenario files enter; an explained connection leaves.
 *
 * <p>Here lives the front door: the cluster facade, scenario files, replay, reports and the command
 * line. No behaviour of the network is decided here.
 */
@NullMarked
package io.kubehop.scenarios;

import org.jspecify.annotations.NullMarked;
