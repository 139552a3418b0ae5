package io.kubehop.ingress.nginx.phase;

import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.ingress.nginx.uri.Pcre;
import io.kubehop.ingress.nginx.uri.PcreException;
import io.kubehop.ingress.proxy.Decision;
import io.kubehop.ingress.proxy.Explanation;
import org.jspecify.annotations.Nullable;

/** Clients that no server answers: {@code block-user-agents} and {@code block-referers}. */
final class Blocklists {

  private Blocklists() {}

  static @Nullable Decision check(
      GlobalSettings settings, RequestFacts facts, Explanation explanation) {
    boolean blocked =
        isBlocked(settings, "block-user-agents", facts.headers().first("User-Agent"))
            || isBlocked(settings, "block-referers", facts.headers().first("Referer"));
    return blocked ? Answers.status(403, "the client is on a block list", explanation) : null;
  }

  private static boolean isBlocked(GlobalSettings settings, String key, @Nullable String value) {
    String text = value == null ? "" : value;
    return settings.list(key).stream().anyMatch(entry -> matches(entry, text));
  }

  /** As in a map block: a text without regard to case, or an expression. */
  private static boolean matches(String entry, String value) {
    if (!entry.startsWith("~")) {
      return entry.equalsIgnoreCase(value);
    }
    boolean ignoreCase = entry.startsWith("~*");
    try {
      return Pcre.compile(entry.substring(ignoreCase ? 2 : 1), ignoreCase).matches(value);
    } catch (PcreException e) {
      return false;
    }
  }
}
