package io.kubehop.ingress.nginx.route;

import io.kubehop.ingress.nginx.server.Location;
import io.kubehop.ingress.nginx.uri.Latin1;
import io.kubehop.ingress.nginx.uri.Pcre;
import io.kubehop.ingress.nginx.uri.PcreException;
import org.jspecify.annotations.Nullable;

/**
 * A location with its expressions compiled.
 *
 * @param location the location
 * @param expression what paths must match; null where names are compared
 * @param rewrite how the path is rewritten; null if it is not
 */
public record CompiledLocation(
    Location location, @Nullable Pcre expression, @Nullable RewriteRule rewrite) {

  /** Its path as requests are compared with it, a character for each byte. */
  public String name() {
    return Latin1.bytesOf(location.path());
  }

  static CompiledLocation compile(Location location, boolean regexMode)
      throws RefusedConfigurationException {
    try {
      Pcre expression = regexMode ? Pcre.compile("^" + location.path(), true) : null;
      boolean rewrites = location.needsRewrite() && location.isAllowed();
      RewriteRule rewrite =
          rewrites
              ? RewriteRule.compile(location.path(), location.annotations().rewrite().target())
              : null;
      DirectiveTexts.check(location);
      return new CompiledLocation(location, expression, rewrite);
    } catch (PcreException e) {
      throw new RefusedConfigurationException(
          String.valueOf(e.getMessage()), location.rule().orElse(null));
    }
  }
}
