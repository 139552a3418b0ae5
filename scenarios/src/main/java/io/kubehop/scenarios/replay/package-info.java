/**
 * Scenarios enter; results leave.
 *
 * <p>{@link io.kubehop.scenarios.replay.ScenarioRun} is where to start. Here live the running of
 * steps in virtual time and the comparing of what was expected with what was found. How a result
 * looks to a person or a program does not live here.
 */
@NullMarked
package io.kubehop.scenarios.replay;

import org.jspecify.annotations.NullMarked;
