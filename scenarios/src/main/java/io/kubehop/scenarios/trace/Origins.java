package io.kubehop.scenarios.trace;

/** Says of what a rule was written for what it is and where it was given. */
public interface Origins {

  /**
   * Describes an origin, such as {@code Service shop/cart (cart.yaml line 31)}.
   *
   * @param origin as the rule has it, such as {@code Service/shop/cart}
   */
  String describe(String origin);
}
