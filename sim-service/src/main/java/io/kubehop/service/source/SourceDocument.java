package io.kubehop.service.source;

/**
 * One document of an input. Documents that are empty, or nothing but comments, are none.
 *
 * @param file the file as the user named it
 * @param root what the document holds
 */
public record SourceDocument(String file, SourceNode root) {

  /** Returns the value of {@code apiVersion} at the top; empty if the document has none. */
  public String apiVersion() {
    return topLevel("apiVersion");
  }

  /** Returns the value of {@code kind} at the top; empty if the document has none. */
  public String kind() {
    return topLevel("kind");
  }

  private String topLevel(String name) {
    return root instanceof SourceMapping mapping ? mapping.text(name).orElse("") : "";
  }
}
