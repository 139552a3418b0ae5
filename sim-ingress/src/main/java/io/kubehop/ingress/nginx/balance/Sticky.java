package io.kubehop.ingress.nginx.balance;

import io.kubehop.core.net.SocketAddress;
import io.kubehop.ingress.nginx.annotation.SessionAffinity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client that brings a cookie goes where it went before (lua/balancer/sticky.lua). The cookie is
 * a key, which a {@link KeyedEndpoints} turns into an endpoint, and after a bar the name of the
 * upstream, hashed twice.
 */
final class Sticky implements Balancer {
  private final List<SocketAddress> endpoints;
  private final KeyedEndpoints keys;
  private final SessionAffinity affinity;
  private final String backendKey;

  Sticky(
      String upstream,
      List<SocketAddress> endpoints,
      KeyedEndpoints keys,
      SessionAffinity affinity) {
    this.endpoints = endpoints;
    this.keys = keys;
    this.affinity = affinity;
    this.backendKey = backendKey(upstream);
  }

  /** What stands behind the bar of a cookie that belongs to an upstream. */
  static String backendKey(String upstream) {
    return Md5.hex(Md5.hex(upstream) + upstream);
  }

  @Override
  public @Nullable Pick pick(PickRequest request) {
    String cookie = cookie(request);
    int bar = cookie.indexOf('|');
    String key = bar < 0 ? cookie : cookie.substring(0, bar);
    int known = key.isEmpty() ? -1 : keys.find(key);
    boolean moves = request.isRetry() && affinity.cookie().changeOnFailure();
    if (known >= 0 && !moves) {
      return Pick.of(endpoints.get(known));
    }
    KeyedEndpoints.Choice choice = keys.choose(request.tried());
    return choice == null
        ? null
        : new Pick(endpoints.get(choice.endpoint()), choice.key() + "|" + backendKey);
  }

  @Override
  public boolean isAffinitized(PickRequest request) {
    String cookie = cookie(request);
    int bar = cookie.indexOf('|');
    int end = cookie.indexOf('|', bar + 1);
    return bar >= 0
        && cookie.substring(bar + 1, end < 0 ? cookie.length() : end).equals(backendKey);
  }

  private String cookie(PickRequest request) {
    String value = request.headers().cookie(affinity.cookie().name());
    return value == null ? "" : value;
  }
}
