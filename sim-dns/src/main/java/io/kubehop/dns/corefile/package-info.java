/**
 * The Corefile: the text that configures CoreDNS. Text enters at {@link
 * io.kubehop.dns.corefile.Corefile#parse}; blocks of directives leave, each with its line.
 *
 * <p>Lives here: the grammar alone (that of the Caddyfile). May not live here: what a directive
 * means.
 */
@NullMarked
package io.kubehop.dns.corefile;

import org.jspecify.annotations.NullMarked;
