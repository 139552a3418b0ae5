/**
 * The stub resolver of a Pod or a node: how its C library turns a name into questions to name
 * servers. A name enters at {@link io.kubehop.dns.resolver.StubResolver}; a {@link
 * io.kubehop.dns.resolver.LookupResult} leaves, with all the questions that it took.
 *
 * <p>Lives here: {@code /etc/resolv.conf} and {@code /etc/hosts} as the kubelet writes them, and
 * what glibc and musl make of them. May not live here: what a server answers.
 */
@NullMarked
package io.kubehop.dns.resolver;

import org.jspecify.annotations.NullMarked;
