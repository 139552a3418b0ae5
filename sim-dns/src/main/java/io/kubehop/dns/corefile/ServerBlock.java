package io.kubehop.dns.corefile;

import java.util.List;

/**
 * A server block.
 *
 * @param keys zones and ports as they are written, such as {@code .:53}
 * @param line the line on which it begins, from 1
 * @param directives its lines
 */
public record ServerBlock(List<String> keys, int line, List<Directive> directives) {

  /** Copies the lists. */
  public ServerBlock {
    keys = List.copyOf(keys);
    directives = List.copyOf(directives);
  }
}
