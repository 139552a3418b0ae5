/**
 * CoreDNS as an application on a host: its sockets, its server blocks, its order of plugins. Start
 * at {@link io.kubehop.dns.coredns.CoreDnsApplication}. Packets enter, packets leave.
 *
 * <p>May not live here: what a single plugin does.
 */
@NullMarked
package io.kubehop.dns.coredns;

import org.jspecify.annotations.NullMarked;
