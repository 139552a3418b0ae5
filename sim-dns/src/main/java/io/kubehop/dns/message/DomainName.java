package io.kubehop.dns.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.TextParseException;

/**
 * A complete domain name (RFC 1035, 3.1). It keeps the spelling that it was given; two names that
 * differ in nothing but case are equal (RFC 4343).
 */
public final class DomainName {
  /** The root, written as a single dot. */
  public static final DomainName ROOT = new DomainName(Name.root);

  private final Name name;
  private final String text;

  DomainName(Name name) {
    this.name = name;
    this.text = name.toString();
  }

  /**
   * Reads a name; the final dot may be missing.
   *
   * @throws IllegalArgumentException if the text is no name: an empty label, a label of more than
   *     63 bytes, more than 255 bytes in all
   */
  public static DomainName of(String text) {
    try {
      return new DomainName(Name.fromString(text.isEmpty() ? "." : text, Name.root));
    } catch (TextParseException e) {
      throw new IllegalArgumentException("'" + text + "' is not a domain name", e);
    }
  }

  /** Reads a name as {@link #of} does; empty if the text is no name. */
  public static Optional<DomainName> parse(String text) {
    try {
      return Optional.of(of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The number of labels; 0 for the root. */
  public int labelCount() {
    return name.labels() - 1;
  }

  /** The labels from left to right, with special characters escaped. */
  public List<String> labels() {
    List<String> labels = new ArrayList<>(labelCount());
    for (int i = 0; i < labelCount(); i++) {
      labels.add(name.getLabelString(i));
    }
    return labels;
  }

  /** Whether this is a zone's own name or one below it. */
  public boolean isIn(DomainName zone) {
    return name.subdomain(zone.name);
  }

  /** The name made of the last labels of this one, in this one's spelling. */
  public DomainName last(int labels) {
    return new DomainName(new Name(name, labelCount() - labels));
  }

  /** The labels to the left of a zone that this name is in. */
  public List<String> labelsAbove(DomainName zone) {
    return labels().subList(0, labelCount() - zone.labelCount());
  }

  /** The zone with further labels in front; null if that is too long for a name. */
  public @Nullable DomainName child(String labels) {
    try {
      return new DomainName(Name.concatenate(Name.fromString(labels), name));
    } catch (TextParseException | NameTooLongException e) {
      return null;
    }
  }

  /** This name in lower case. */
  public DomainName lower() {
    return text.equals(lowerText()) ? this : of(lowerText());
  }

  /** The text in lower case. */
  public String lowerText() {
    return text.toLowerCase(Locale.ROOT);
  }

  Name name() {
    return name;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DomainName that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The name as it is spelled, with a final dot. */
  @Override
  public String toString() {
    return text;
  }
}
