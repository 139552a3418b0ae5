package io.kubehop.scenarios.replay;

import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.scenarios.file.LookupExpectation;
import io.kubehop.service.source.Durations;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Compares what came of a look-up with what was expected of it. */
final class LookupCheck {
  private LookupCheck() {}

  static List<String> failures(LookupExpectation expected, LookupResult found) {
    Mismatch mismatch = new Mismatch();
    String rcode = String.valueOf(found.rcodeText());
    mismatch.check("rcode", expected.rcode(), rcode, rcode::equals);
    records("answers", expected.answers(), found.answers(), mismatch);
    records("authority", expected.authority(), found.authority(), mismatch);
    records("additional", expected.additional(), found.additional(), mismatch);
    mismatch.check("queries", expected.queries(), found.queries(), found.queries()::equals);
    mismatch.check(
        "took", expected.took(), Durations.format(found.took()), span -> span.holds(found.took()));
    return mismatch.failures();
  }

  private static void records(
      String section,
      Optional<List<String>> expected,
      List<ResourceRecord> found,
      Mismatch mismatch) {
    List<String> texts = LookupResult.texts(found);
    mismatch.check(
        section, expected, texts, wanted -> new TreeSet<>(wanted).equals(new TreeSet<>(texts)));
  }
}
