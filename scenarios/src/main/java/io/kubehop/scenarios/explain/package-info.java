/**
 * A connection and the cluster it was made in enter; what happened and what to change leaves.
 *
 * <p>Here live the questions that somebody would ask of the objects after a connection failed: has
 * the Service that port, does its selector select anything, is a Pod ready? What the network does
 * is not decided here.
 */
@NullMarked
package io.kubehop.scenarios.explain;

import org.jspecify.annotations.NullMarked;
