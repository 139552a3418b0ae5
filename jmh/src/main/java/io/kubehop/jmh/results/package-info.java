/**
 * Turns what JMH measured (its JSON) into the page {@code jmh/RESULTS.md}: the bounds that the
 * project has set itself, each as a ratio of two measurements of one run, and every measurement.
 * Nothing here measures.
 */
@NullMarked
package io.kubehop.jmh.results;

import org.jspecify.annotations.NullMarked;
