/**
 * The world outside, as far as DNS is concerned: a server that knows a given list of records. Start
 * at {@link io.kubehop.dns.upstream.UpstreamDns}.
 *
 * <p>May not live here: anything of a cluster.
 */
@NullMarked
package io.kubehop.dns.upstream;

import org.jspecify.annotations.NullMarked;
