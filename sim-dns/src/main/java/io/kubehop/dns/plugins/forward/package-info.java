/**
 * The plugin that asks other servers (plugin/forward), through sockets of the host. Start at {@link
 * io.kubehop.dns.plugins.forward.Forward}.
 *
 * <p>Lives here: the choice of the server, time-outs, second attempts, health checks. May not live
 * here: any other plugin.
 */
@NullMarked
package io.kubehop.dns.plugins.forward;

import org.jspecify.annotations.NullMarked;
