package io.kubehop.dns.message;

/**
 * The extensions that a message carries in its OPT record (RFC 6891). Options are left out: none of
 * those that matter here changes an answer.
 *
 * @param udpSize the largest datagram that the sender takes, in bytes
 * @param version the version; 0 is the only one
 * @param dnssec whether the sender wants signatures (the DO bit)
 */
public record Edns(int udpSize, int version, boolean dnssec) {}
