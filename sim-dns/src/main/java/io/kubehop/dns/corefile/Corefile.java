package io.kubehop.dns.corefile;

import java.util.List;

/**
 * A Corefile, with snippets and imports resolved.
 *
 * @param blocks the server blocks in the order of the file
 * @param findings what was given but is not modelled
 */
public record Corefile(List<ServerBlock> blocks, List<Finding> findings) {

  /** Copies the lists. */
  public Corefile {
    blocks = List.copyOf(blocks);
    findings = List.copyOf(findings);
  }

  /**
   * Reads a Corefile.
   *
   * @throws CorefileException if CoreDNS could not read it either
   */
  public static Corefile parse(String text) {
    return new Parser(text).parse();
  }
}
