/**
 * The plainest applications: a server that answers whatever it is sent, and a client that makes one
 * call. Start at {@link io.kubehop.core.app.Call}.
 *
 * <p>May not live here: applications with a protocol of their own (HTTP is in {@code core.http},
 * DNS in another module).
 */
@NullMarked
package io.kubehop.core.app;

import org.jspecify.annotations.NullMarked;
