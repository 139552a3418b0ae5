package io.kubehop.testkit;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Where a connection is expected to arrive; see {@link KubeHopAssertions#pod} and {@link
 * KubeHopAssertions#address}.
 */
public final class Endpoint {
  /** What controllers append to the name of a workload: ordinals, or random letters. */
  private static final String SUFFIX = "((-[0-9]+){1,2}|-[0-9a-z]{6,10}-[0-9a-z]{5}|-[0-9a-z]{5})?";

  private final String text;
  private final boolean pod;
  private final BiPredicate<Optional<String>, String> match;

  private Endpoint(String text, boolean pod, BiPredicate<Optional<String>, String> match) {
    this.text = Objects.requireNonNull(text);
    this.pod = pod;
    this.match = match;
  }

  static Endpoint pod(String name) {
    int slash = name.indexOf('/');
    if (slash <= 0 || slash == name.length() - 1) {
      throw new IllegalArgumentException(
          "\"" + name + "\" names no Pod; write NAMESPACE/NAME, such as shop/cart or shop/cart-*");
    }
    boolean wildcard = name.indexOf('*') >= 0;
    String quoted = Pattern.quote(name).replace("*", "\\E.*\\Q");
    Pattern pattern = Pattern.compile(wildcard ? quoted : quoted + SUFFIX);
    return new Endpoint(
        name, true, (found, ip) -> found.filter(pattern.asMatchPredicate()).isPresent());
  }

  static Endpoint address(String address) {
    return new Endpoint(address, false, (found, ip) -> ip.equals(address));
  }

  boolean matches(Optional<String> foundPod, String foundAddress) {
    return match.test(foundPod, foundAddress);
  }

  /** The name or the address, as scenario files write it. */
  String text() {
    return text;
  }

  boolean isPod() {
    return pod;
  }

  @Override
  public String toString() {
    return pod ? "pod " + text : text;
  }
}
