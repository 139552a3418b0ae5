/**
 * A hot path enters; its time and its allocation leave.
 *
 * <p>Here live JMH benchmarks and nothing that ships: no module depends on this one. The class
 * comment of each gives the command that runs it, the workload and the unit.
 */
@NullMarked
package io.kubehop.jmh;

import org.jspecify.annotations.NullMarked;
