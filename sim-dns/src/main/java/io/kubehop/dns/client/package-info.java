/**
 * The asking side of DNS, as stub resolvers and forwarding servers share it: questions go out to
 * one server through a real socket, answers come back to a listener. Start at {@link
 * io.kubehop.dns.client.Conversation}.
 *
 * <p>May not live here: which server is asked, and what happens if it does not answer.
 */
@NullMarked
package io.kubehop.dns.client;

import org.jspecify.annotations.NullMarked;
