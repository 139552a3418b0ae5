package io.kubehop.dns.resolver;

import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Edns;
import io.kubehop.dns.message.RecordType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a library reads {@code /etc/resolv.conf}: with limits of its own.
 *
 * @param libc the library
 * @param conf the file
 */
record ResolverSettings(Libc libc, ResolvConf conf) {
  private static final int DEFAULT_TIMEOUT = 5;
  private static final int DEFAULT_ATTEMPTS = 2;

  /** The size that glibc offers (RESOLV_EDNS_BUFFER_SIZE). */
  private static final int EDNS_SIZE = 1200;

  List<IpAddress> servers() {
    return conf.servers();
  }

  int timeoutSeconds() {
    int most = libc == Libc.GLIBC ? 30 : 60;
    return Math.max(1, Math.min(most, conf.number("timeout").orElse(DEFAULT_TIMEOUT)));
  }

  int attempts() {
    int most = libc == Libc.GLIBC ? 5 : 10;
    return Math.max(1, Math.min(most, conf.number("attempts").orElse(DEFAULT_ATTEMPTS)));
  }

  boolean rotates() {
    return libc == Libc.GLIBC && conf.has("rotate");
  }

  /** Whether A and AAAA are asked for one after the other, for servers that cannot take both. */
  boolean asksOneByOne() {
    return libc == Libc.GLIBC && (conf.has("single-request") || conf.has("single-request-reopen"));
  }

  boolean alwaysTcp() {
    return libc == Libc.GLIBC && conf.has("use-vc");
  }

  @Nullable Edns edns() {
    return libc == Libc.GLIBC && conf.has("edns0") ? new Edns(EDNS_SIZE, 0, false) : null;
  }

  Search search(String name, List<RecordType> types) {
    return libc == Libc.GLIBC
        ? new GlibcSearch(name, conf)
        : new MuslSearch(name, types.stream().allMatch(RecordType::isAddress), conf);
  }

  /** Whether a name can be asked for at all. */
  static boolean isName(String name) {
    return !name.isEmpty() && DomainName.parse(name).isPresent();
  }
}
