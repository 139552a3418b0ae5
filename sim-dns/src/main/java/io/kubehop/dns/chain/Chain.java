package io.kubehop.dns.chain;

import io.kubehop.dns.message.ResponseCode;
import java.util.List;

/** What is left of a server's plugins. */
public final class Chain {
  private final List<Plugin> plugins;
  private final int position;

  private Chain(List<Plugin> plugins, int position) {
    this.plugins = plugins;
    this.position = position;
  }

  /** The chain of the plugins in their order. */
  public static Chain of(List<Plugin> plugins) {
    return new Chain(List.copyOf(plugins), 0);
  }

  /** Whether there is no plugin. */
  public boolean isEmpty() {
    return position == plugins.size();
  }

  /** Passes a query to the next plugin; without one it fails. */
  public void serve(Query query, Responder responder) {
    if (isEmpty()) {
      responder.fail(ResponseCode.SERVFAIL);
    } else {
      plugins.get(position).serve(query, new Chain(plugins, position + 1), responder);
    }
  }
}
