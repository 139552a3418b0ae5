package io.kubehop.dns.chain;

import io.kubehop.dns.message.DomainName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The zones that a plugin looks after.
 *
 * @param names the names of the zones
 */
public record Zones(List<DomainName> names) {
  /** No zone at all. */
  public static final Zones NONE = new Zones(List.of());

  /** Every name. */
  public static final Zones ALL = new Zones(List.of(DomainName.ROOT));

  /** Copies the names. */
  public Zones {
    names = List.copyOf(names);
  }

  /** The longest zone that a name is in; null if there is none. */
  public @Nullable DomainName match(DomainName name) {
    DomainName longest = null;
    for (DomainName zone : names) {
      if (name.isIn(zone)
          && (longest == null || zone.toString().length() > longest.toString().length())) {
        longest = zone;
      }
    }
    return longest;
  }

  /** Whether a name is in one of them. */
  public boolean contain(DomainName name) {
    return match(name) != null;
  }
}
