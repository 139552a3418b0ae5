package io.kubehop.core.http;

import java.util.List;
import java.util.Locale;

/**
 * What matters of an X.509 certificate.
 *
 * @param origin where it comes from, such as {@code Secret/shop/shop-tls}
 * @param names the DNS names that it is valid for; a name may begin with {@code *.}, which stands
 *     for one label
 */
public record Certificate(String origin, List<String> names) {

  /** Copies the list. */
  public Certificate {
    names = List.copyOf(names);
  }

  /** Whether it is valid for a host name (RFC 9525, 6.3). */
  public boolean covers(String host) {
    String wanted = host.toLowerCase(Locale.ROOT);
    int dot = wanted.indexOf('.');
    String wildcard = dot > 0 ? "*" + wanted.substring(dot) : wanted;
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.equals(wanted) || name.equals(wildcard));
  }
}
