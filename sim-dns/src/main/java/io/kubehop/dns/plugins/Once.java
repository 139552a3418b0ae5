package io.kubehop.dns.plugins;

import io.kubehop.dns.corefile.Directive;
import java.util.List;

/** Directives that may stand in a server block only once. */
public final class Once {
  private Once() {}

  /** The only directive. */
  public static Directive of(List<Directive> directives) {
    if (directives.size() > 1) {
      Directive second = directives.get(1);
      throw second.error("this plugin can only be used once per Server Block: " + second.name());
    }
    return directives.get(0);
  }
}
