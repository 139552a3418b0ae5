package io.kubehop.core.host;

import io.kubehop.core.conntrack.ConnectionTable;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RefCell;

/**
 * The netfilter state of one host: what stands at its hooks, for each family, and the connections
 * that it tracks. A host without rules (most pods) has nothing at its hooks and tracks nothing.
 */
public final class Firewall implements Digestible {
  private final Host host;
  private final RefCell<Hooks> hooksV4;
  private final RefCell<Hooks> hooksV6;
  private final NullableCell<ConnectionTable> connections;

  Firewall(Host host) {
    this.host = host;
    this.hooksV4 = new RefCell<>(host.simulation().journal(), Hooks.NONE);
    this.hooksV6 = new RefCell<>(host.simulation().journal(), Hooks.NONE);
    this.connections = new NullableCell<>(host.simulation().journal());
  }

  /** The tracked connections; made when they are first asked for. */
  public ConnectionTable connections() {
    ConnectionTable table = connections.get();
    if (table == null) {
      table = new ConnectionTable(host.simulation());
      connections.set(table);
    }
    return table;
  }

  Hooks hooks(boolean v4) {
    return v4 ? hooksV4.get() : hooksV6.get();
  }
}
