/**
 * The chain of plugins that a query walks through in a server. A {@link io.kubehop.dns.chain.Query}
 * enters; what leaves goes to a {@link io.kubehop.dns.chain.Responder}, perhaps much later, because
 * a plugin may have to ask somebody first.
 *
 * <p>Lives here: what all plugins have in common. May not live here: any single plugin, sockets.
 */
@NullMarked
package io.kubehop.dns.chain;

import org.jspecify.annotations.NullMarked;
