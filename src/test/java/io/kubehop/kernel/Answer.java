package io.kubehop.kernel;

import io.kubehop.core.net.SocketAddress;

/**
 * What a caller was told.
 *
 * @param errno why it failed; empty if it was answered
 * @param server name of the machine that answered; empty if none did
 * @param endpoint address and port at which that machine was reached
 * @param client address that it saw as the caller's
 */
record Answer(String errno, String server, String endpoint, String client) {

  static Answer failed(String errno) {
    return new Answer(errno, "", "", "");
  }

  /** Reads what {@link AgentCall#make} wrote. */
  static Answer parse(String line) {
    String[] words = line.split(" ", 2);
    if (!words[0].equals("delivered")) {
      return failed(words[1]);
    }
    String[] seen = words[1].split(" ");
    SocketAddress client = SocketAddress.parse(seen[2]);
    return new Answer(
        "", seen[0], SocketAddress.parse(seen[1]).toString(), client.address().toString());
  }

  boolean isDelivered() {
    return errno.isEmpty();
  }

  @Override
  public String toString() {
    return isDelivered() ? server + " at " + endpoint + ", called by " + client : errno;
  }
}
