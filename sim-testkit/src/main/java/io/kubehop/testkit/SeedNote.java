package io.kubehop.testkit;

/** Tells, beside the failure of a test, how to have the same run again. It was never thrown. */
final class SeedNote extends RuntimeException {
  static final String PROPERTY = "-Dkubehop.seed=";
  private static final long serialVersionUID = 1L;

  SeedNote(String seed) {
    super("the same run again: " + PROPERTY + seed, null, false, false);
  }

  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
