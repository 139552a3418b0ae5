package io.kubehop.ingress.nginx.phase;

import io.kubehop.ingress.nginx.balance.BalancerState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in cookies, as nginx writes them (ngx_http_cookie_time). */
final class CookieTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private CookieTime() {}

  static String in(BalancerState clock, String seconds) {
    long from = clock.wallClockMillis() / 1000;
    long later = seconds.matches("-?[0-9]{1,12}") ? Long.parseLong(seconds) : 0;
    return FORMAT.format(Instant.ofEpochSecond(from + later));
  }
}
