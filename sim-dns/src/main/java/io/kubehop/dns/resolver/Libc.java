package io.kubehop.dns.resolver;

import java.util.Locale;
import java.util.Optional;

/** The C library whose resolver a container uses. */
public enum Libc {
  /** The GNU C library (Debian, Ubuntu, distroless …), as of 2.36. */
  GLIBC,
  /** musl (Alpine), as of 1.2.3. */
  MUSL;

  /** The annotation of a Pod that names it. */
  public static final String ANNOTATION = "kubehop.io/libc";

  /** The library of a name in lower case. */
  public static Optional<Libc> parse(String text) {
    for (Libc libc : values()) {
      if (libc.toString().equals(text)) {
        return Optional.of(libc);
      }
    }
    return Optional.empty();
  }

  /** In lower case, as scenario files write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
