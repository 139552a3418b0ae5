/**
 * DNS messages (RFC 1035). Bytes enter as a {@link io.kubehop.dns.message.DnsPacket} and leave as
 * one; in between they are a {@link io.kubehop.dns.message.DnsMessage}.
 *
 * <p>Lives here: names, records, messages and their form on the wire, as immutable values. May not
 * live here: who asks and who answers. The library that reads and writes the wire form is known to
 * this package alone.
 */
@NullMarked
package io.kubehop.dns.message;

import org.jspecify.annotations.NullMarked;
