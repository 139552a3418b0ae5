/**
 * Descriptions of a file format enter; decoded values and a JSON Schema leave.
 *
 * <p>A {@link io.kubehop.scenarios.format.Shape} says once how a value is read and how it is
 * described; {@link io.kubehop.scenarios.format.ObjectShape} puts shapes together. What the fields
 * of a scenario mean does not live here.
 */
@NullMarked
package io.kubehop.scenarios.format;

import org.jspecify.annotations.NullMarked;
