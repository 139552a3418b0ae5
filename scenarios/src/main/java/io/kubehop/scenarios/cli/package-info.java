/**
 * The arguments of a command line enter; text and an exit code leave.
 *
 * <p>{@link io.kubehop.scenarios.cli.KubeHop} is where to start; one class for each command. The
 * only package that touches the process: its streams, its exit code and its threads. No command
 * does work of its own: each calls the Java API and prints what comes back.
 */
@NullMarked
package io.kubehop.scenarios.cli;

import org.jspecify.annotations.NullMarked;
