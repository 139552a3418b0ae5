package io.kubehop.core.nftables.evaluation;

/**
 * The place of something in the rules that keeps a state of its own on each host: a {@code limit},
 * a {@code quota}, a {@code numgen inc}, a named object. Compared by identity, because two equal
 * rules count apart.
 */
public final class StateSite {
  private final String name;

  /** Names a place, for people. */
  public StateSite(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }
}
