/**
 * Look-ups as {@code dig} prints them. A {@link io.kubehop.dns.resolver.LookupResult} enters, text
 * leaves.
 */
@NullMarked
package io.kubehop.dns.dig;

import org.jspecify.annotations.NullMarked;
