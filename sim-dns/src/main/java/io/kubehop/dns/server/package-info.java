/**
 * The answering side of DNS: sockets in front of a chain of plugins. Start at {@link
 * io.kubehop.dns.server.DnsServer}. Packets enter, packets leave.
 *
 * <p>May not live here: what a plugin answers, and how a server is configured.
 */
@NullMarked
package io.kubehop.dns.server;

import org.jspecify.annotations.NullMarked;
