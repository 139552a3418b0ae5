/**
 * The small languages that a Corefile borrows from Go: regular expressions, templates, durations.
 * Text enters, something to match or to execute leaves.
 *
 * <p>May not live here: anything that knows of DNS.
 */
@NullMarked
package io.kubehop.dns.gotext;

import org.jspecify.annotations.NullMarked;
