/**
 * What a user asks of a connection enters; what came of it leaves.
 *
 * <p>Here live the values of both sides: {@link io.kubehop.scenarios.connection.Request} with its
 * source and destination, and {@link io.kubehop.scenarios.connection.Connection}. How a connection
 * is made does not live here.
 */
@NullMarked
package io.kubehop.scenarios.connection;

import org.jspecify.annotations.NullMarked;
