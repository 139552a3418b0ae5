package io.kubehop.conformance;

/**
 * What came of a case.
 *
 * @param name the case
 * @param folder its folder
 * @param failure the first thing that was not as it has to be; empty if it passed
 */
record Verdict(String name, String folder, String failure) {
  boolean passed() {
    return failure.isEmpty();
  }
}
