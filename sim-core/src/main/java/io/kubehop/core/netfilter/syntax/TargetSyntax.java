package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;

/**
 * How one target extension is written.
 *
 * @param <T> what it is read into
 */
interface TargetSyntax<T extends Target> {

  /** The names that {@code -j} takes for it. */
  List<String> names();

  /** What it prints. */
  Class<T> type();

  /** The options that it has in a family. */
  List<OptionSpec> options(IpFamily family);

  /** The name to print. */
  default String name(T target, IpFamily family) {
    return names().get(0);
  }

  /** Makes the target of the options that were given. */
  Target read(String name, Options options);

  /** Prints the options. */
  void write(T target, OptionWriter out);
}
