package io.kubehop.core.resolver;

/** Is told what came of a look-up. */
@FunctionalInterface
public interface ResolutionListener {

  /** The look-up is over. */
  void onResolved(Resolution resolution);
}
