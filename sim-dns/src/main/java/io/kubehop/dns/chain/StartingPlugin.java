package io.kubehop.dns.chain;

/** A plugin that does something by itself when its server has begun to listen. */
public interface StartingPlugin extends Plugin {

  /**
   * The server listens.
   *
   * @param port the port of the server block
   */
  void start(int port);
}
