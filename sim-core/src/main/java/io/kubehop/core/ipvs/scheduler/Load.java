package io.kubehop.core.ipvs.scheduler;

/** How much a server has to do, as 32-bit numbers that wrap as the kernel's do. */
enum Load {
  /** An active connection counts as 256 inactive ones (ip_vs_dest_conn_overhead). */
  CONNECTIONS {
    @Override
    int of(Candidate server) {
      return (server.activeConnections() << 8) + server.inactiveConnections();
    }
  },

  /** The active connections after the one to be scheduled; inactive ones cost nothing. */
  EXPECTED_DELAY {
    @Override
    int of(Candidate server) {
      return server.activeConnections() + 1;
    }
  };

  abstract int of(Candidate server);

  /**
   * Whether a server has less to do than another for its weight. Equal ones do not change places.
   */
  boolean isLighter(Candidate server, Candidate than) {
    return (long) of(than) * server.weight() > (long) of(server) * than.weight();
  }
}
