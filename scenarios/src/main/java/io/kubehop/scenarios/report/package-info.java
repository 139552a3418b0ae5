/**
 * Results enter; text, JSON and JUnit XML leave.
 *
 * <p>One renderer for each form over the one model of results. Nothing is computed here that the
 * results do not hold.
 */
@NullMarked
package io.kubehop.scenarios.report;

import org.jspecify.annotations.NullMarked;
