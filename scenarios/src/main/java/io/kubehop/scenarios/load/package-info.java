/**
 * What a background load brought leaves: how many of its connections succeeded, how long they took,
 * and why and when the others failed. Start at {@link io.kubehop.scenarios.load.TrafficReport}.
 *
 * <p>Lives here: the values and their words. How the connections are made does not live here.
 */
@NullMarked
package io.kubehop.scenarios.load;

import org.jspecify.annotations.NullMarked;
