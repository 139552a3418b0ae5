package io.kubehop.ingress.nginx.annotation;

import io.kubehop.ingress.nginx.config.GlobalSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How requests are passed on (annotations/proxy). Times are nanoseconds.
 *
 * @param bodySize the largest body in bytes; 0: any
 * @param connectTimeout how long opening a connection may take
 * @param readTimeout how long an answer may take
 * @param nextUpstream what makes nginx try the next endpoint, such as {@code error} and {@code
 *     http_503}
 * @param nextUpstreamTries how many endpoints are tried at most; 0: any number
 * @param nextUpstreamTimeout how long trying may take; 0: any time
 * @param redirectFrom what is replaced at the start of a backend's {@code Location}; {@code off}:
 *     nothing
 * @param redirectTo what it is replaced by
 */
public record ProxySettings(
    long bodySize,
    long connectTimeout,
    long readTimeout,
    List<String> nextUpstream,
    int nextUpstreamTries,
    long nextUpstreamTimeout,
    String redirectFrom,
    String redirectTo) {
  private static final long SECOND = 1_000_000_000;
  private static final String DEFAULT_BODY_SIZE = "1m";

  /** Copies the list. */
  public ProxySettings {
    nextUpstream = List.copyOf(nextUpstream);
  }

  static ProxySettings read(AnnotationReader reader) {
    GlobalSettings settings = reader.settings();
    boolean retryAll = settings.flag("retry-non-idempotent", false);
    return new ProxySettings(
        bytes(reader.textOr("proxy-body-size", globalBodySize(settings)), settings),
        SECOND * reader.numberOr("proxy-connect-timeout", settings.number(CONNECT, 5)),
        SECOND * reader.numberOr("proxy-read-timeout", settings.number(READ, 60)),
        conditions(
            reader.textOr("proxy-next-upstream", settings.text(NEXT, "error timeout")), retryAll),
        reader.numberOr("proxy-next-upstream-tries", settings.number(TRIES, 3)),
        SECOND * reader.numberOr("proxy-next-upstream-timeout", settings.number(TIMEOUT, 0)),
        reader.textOr("proxy-redirect-from", "off"),
        reader.textOr("proxy-redirect-to", "off"));
  }

  private static final String CONNECT = "proxy-connect-timeout";
  private static final String READ = "proxy-read-timeout";
  private static final String NEXT = "proxy-next-upstream";
  private static final String TRIES = "proxy-next-upstream-tries";
  private static final String TIMEOUT = "proxy-next-upstream-timeout";

  /** What the catch-all server has before any Ingress takes it over. */
  public static ProxySettings of(GlobalSettings settings) {
    return new ProxySettings(
        bytes(globalBodySize(settings), settings),
        SECOND * settings.number(CONNECT, 5),
        SECOND * settings.number(READ, 60),
        conditions(
            settings.text(NEXT, "error timeout"), settings.flag("retry-non-idempotent", false)),
        settings.number(TRIES, 3),
        SECOND * settings.number(TIMEOUT, 0),
        "off",
        "off");
  }

  private static List<String> conditions(String text, boolean retryAll) {
    String all = retryAll && !text.contains("non_idempotent") ? text + " non_idempotent" : text;
    return Arrays.stream(all.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }

  private static String globalBodySize(GlobalSettings settings) {
    return settings.text("proxy-body-size", DEFAULT_BODY_SIZE);
  }

  /** A size that nginx would not understand leaves the one of the http block in force. */
  private static long bytes(String size, GlobalSettings settings) {
    String text = size.trim().toLowerCase(Locale.ROOT);
    if (text.matches("[0-9]{1,12}[kmg]?")) {
      return bytes(text);
    }
    String global = globalBodySize(settings).trim().toLowerCase(Locale.ROOT);
    return bytes(global.matches("[0-9]{1,12}[kmg]?") ? global : DEFAULT_BODY_SIZE);
  }

  private static long bytes(String text) {
    int shift =
        switch (text.charAt(text.length() - 1)) {
          case 'k' -> 10;
          case 'm' -> 20;
          case 'g' -> 30;
          default -> 0;
        };
    return Long.parseLong(shift == 0 ? text : text.substring(0, text.length() - 1)) << shift;
  }
}
