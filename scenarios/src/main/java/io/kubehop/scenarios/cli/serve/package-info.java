/**
 * DNS messages from real programs enter, through sockets on the loopback interface; answers of the
 * simulated cluster leave. {@link io.kubehop.scenarios.cli.serve.LoopbackServer} is where to start.
 *
 * <p>Here live sockets, threads and the tick that lets virtual time keep pace with real time; one
 * lock keeps the simulation single-threaded. What is answered is not decided here.
 */
@NullMarked
package io.kubehop.scenarios.cli.serve;

import org.jspecify.annotations.NullMarked;
