package io.kubehop.kubeproxy.nftables;

import io.kubehop.core.nftables.NftChain;
import io.kubehop.core.nftables.TableFamily;
import io.kubehop.core.nftables.text.NftText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chain as it is written, which becomes rules once, when the first node has it. Chains with the
 * same text are equal.
 */
final class ChainText {
  private final TableFamily family;
  private final String name;
  private final List<String> rules;
  private final String origin;
  private @Nullable NftChain chain;

  /**
   * Takes a text.
   *
   * @param origin what the rules are written for, such as {@code Service/shop/cart}
   */
  ChainText(TableFamily family, String name, List<String> rules, String origin) {
    this.family = family;
    this.name = name;
    this.rules = List.copyOf(rules);
    this.origin = origin;
  }

  String name() {
    return name;
  }

  /** The chain itself. */
  NftChain chain() {
    if (chain == null) {
      chain =
          NftChain.of(
              name,
              rules.stream().map(rule -> NftText.rule(family, rule).withOrigin(origin)).toList());
    }
    return chain;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChainText text
        && name.equals(text.name)
        && rules.equals(text.rules)
        && origin.equals(text.origin)
        && family == text.family;
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + rules.hashCode();
  }

  @Override
  public String toString() {
    return name + " " + rules;
  }
}
