/**
 * Scenario files enter; scenarios leave, or precise problems.
 *
 * <p>{@link io.kubehop.scenarios.file.ScenarioReader} is where to start. Here live the records of
 * the format {@code kubehop/v1}, the one description of its fields from which the decoder and the
 * JSON Schema come, and the checks that need no cluster: that a step names what some object of the
 * file could be. Running a scenario does not live here.
 */
@NullMarked
package io.kubehop.scenarios.file;

import org.jspecify.annotations.NullMarked;
