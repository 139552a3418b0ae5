package io.kubehop.dns.client;

import io.kubehop.dns.message.DnsPacket;

/** Hears how a {@link WireCall} ended. */
public interface WireListener {

  /** Something came back. */
  void onAnswer(DnsPacket answer);

  /** Nothing came back: the server said nothing in time, or it cannot be reached. */
  void onSilence();
}
