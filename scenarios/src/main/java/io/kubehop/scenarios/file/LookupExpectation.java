package io.kubehop.scenarios.file;

import java.util.List;
import java.util.Optional;

/**
 * What a {@code resolve} step expects. What is absent is not checked.
 *
 * @param rcode the response code, such as {@code NXDOMAIN}
 * @param answers the records of the answer section, as a set
 * @param authority those of the authority section
 * @param additional those of the additional section
 * @param queries the names that were asked for, in order
 */
public record LookupExpectation(
    Optional<String> rcode,
    Optional<List<String>> answers,
    Optional<List<String>> authority,
    Optional<List<String>> additional,
    Optional<List<String>> queries) {}
