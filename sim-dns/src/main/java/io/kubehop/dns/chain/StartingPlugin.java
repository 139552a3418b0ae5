package io.kubehop.dns.chain;

import io.kubehop.core.net.SocketAddress;

/** A plugin that does something by itself when its server has begun to listen. */
public interface StartingPlugin extends Plugin {

  /**
   * The server listens.
   *
   * @param self where to ask it
   */
  void start(SocketAddress self);
}
