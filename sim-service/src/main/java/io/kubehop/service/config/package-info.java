/**
 * The settings of a cluster that no Kubernetes object says enter here, from scenario files and from
 * Java; the API server and the controllers read them.
 *
 * <p>Lives here: immutable records with their defaults. May not live here: anything that decides or
 * keeps state.
 */
@NullMarked
package io.kubehop.service.config;

import org.jspecify.annotations.NullMarked;
