package io.kubehop.dns.client;

import io.kubehop.core.host.SocketFailure;
import io.kubehop.dns.message.DnsMessage;

/** Hears what comes back from a server. */
public interface ConversationListener {

  /** The server sent a message; whether it answers anything that was asked is for the listener. */
  void onReply(Conversation conversation, DnsMessage message);

  /** The server cannot be reached; nothing more will come. */
  void onFailed(Conversation conversation, SocketFailure failure);
}
