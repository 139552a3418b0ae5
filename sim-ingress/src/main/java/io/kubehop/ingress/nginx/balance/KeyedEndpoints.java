package io.kubehop.ingress.nginx.balance;

import io.kubehop.core.net.SocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the keys of sticky clients into endpoints, and makes keys for new clients. */
interface KeyedEndpoints {

  /** A new key, and the number of the endpoint that it stands for. */
  record Choice(String key, int endpoint) {}

  /** The number of the endpoint of a key, or -1. */
  int find(String key);

  /** A key for a client that has none; null if every endpoint has failed. */
  @Nullable Choice choose(List<SocketAddress> failed);
}
