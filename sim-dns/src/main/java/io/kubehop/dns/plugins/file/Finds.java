package io.kubehop.dns.plugins.file;

import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.ResourceRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a zone says of a question.
 *
 * @param kind what kind of answer it is
 * @param answer the answer section
 * @param authority the authority section
 * @param additional the additional section
 * @param missing where the last alias leads, if that is not in the zone's file
 */
record Finds(
    Kind kind,
    List<ResourceRecord> answer,
    List<ResourceRecord> authority,
    List<ResourceRecord> additional,
    @Nullable DomainName missing) {

  /** The kinds of answer. */
  enum Kind {
    SUCCESS,
    NAME_ERROR,
    NO_DATA,
    EMPTY_NON_TERMINAL,
    DELEGATION;

    /** Whether another plugin may know the name. */
    boolean mayBeElsewhere() {
      return this == NAME_ERROR || this == EMPTY_NON_TERMINAL;
    }
  }
}
