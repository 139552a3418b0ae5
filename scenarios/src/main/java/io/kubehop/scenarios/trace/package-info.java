/**
 * The hops of a connection enter; lines that explain them leave.
 *
 * <p>{@link io.kubehop.scenarios.trace.TraceLines} puts steps of the machine into words, once for
 * every form of output; {@link io.kubehop.scenarios.trace.TraceText} is the form for people. What
 * happened is not decided here.
 */
@NullMarked
package io.kubehop.scenarios.trace;

import org.jspecify.annotations.NullMarked;
