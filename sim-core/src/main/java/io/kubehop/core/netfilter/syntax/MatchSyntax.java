package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import java.util.List;

/**
 * How one match extension is written.
 *
 * @param <M> what it is read into
 */
interface MatchSyntax<M extends Match> {

  /** The names that {@code -m} takes for it. */
  List<String> names();

  /** What it prints. */
  List<Class<? extends M>> types();

  /** The options that it has in a family, under one of its names. */
  List<OptionSpec> options(String name, IpFamily family);

  /** The name to print. */
  default String name(M match, IpFamily family) {
    return names().get(0);
  }

  /** Makes the match of the options that were given. */
  Match read(String name, Options options);

  /** Prints the options. */
  void write(M match, OptionWriter out);
}
