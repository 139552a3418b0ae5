package io.kubehop.ingress.nginx.annotation;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses and networks of clients.
 *
 * @param ranges the networks; an address stands for itself
 */
public record SourceRanges(List<Cidr> ranges) {
  /** No range. */
  public static final SourceRanges NONE = new SourceRanges(List.of());

  /** Copies the list. */
  public SourceRanges {
    ranges = List.copyOf(ranges);
  }

  /** Whether an address is in one of them. */
  public boolean contains(IpAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** Reads a list that is separated by commas; what is no range is left out. */
  public static SourceRanges parse(List<String> texts) {
    List<Cidr> ranges = new ArrayList<>();
    for (String text : texts) {
      Cidr range = parse(text.trim());
      if (range != null) {
        ranges.add(range);
      }
    }
    return new SourceRanges(ranges);
  }

  static boolean isValid(String list) {
    return List.of(list.split(",", -1)).stream()
        .map(String::trim)
        .allMatch(text -> text.isEmpty() || parse(text) != null);
  }

  private static @Nullable Cidr parse(String text) {
    try {
      return Cidr.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Reads {@code allowlist-source-range} or {@code denylist-source-range}. */
  static SourceRanges read(AnnotationReader reader, String name, String setting)
      throws LocationDeniedException {
    if (!reader.isGiven(name)) {
      return parse(reader.settings().list(setting));
    }
    String list = reader.text(name, "nothing, so the paths answer 503").orElse("");
    SourceRanges ranges = parse(List.of(list.split(",", -1)));
    if (ranges.isEmpty()) {
      throw new LocationDeniedException(name + " is not a list of addresses and networks");
    }
    return ranges;
  }
}
