package io.kubehop.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.Journal;
import org.junit.jupiter.api.Test;

class TraceRecorderTest {
  private static final IpAddress ADDRESS = IpAddress.parse("10.0.0.1");
  private static final FiveTuple PACKET = new FiveTuple(6, ADDRESS, 1, ADDRESS, 2);

  private final Journal journal = new Journal();
  private final TraceRecorder recorder = new TraceRecorder(false, journal);

  @Test
  void stays_nest_and_are_kept_in_the_order_in_which_they_begin() {
    recorder.hop(place("outer"));
    stay("inner");
    recorder.step(new Step.Discarded("of outer"));
    recorder.hopEnded();

    assertThat(recorder.hops())
        .extracting(hop -> hop.place().host())
        .containsExactly("outer", "inner");
    assertThat(recorder.hops().get(0).steps()).containsExactly(new Step.Discarded("of outer"));
  }

  @Test
  void what_is_rolled_back_did_not_happen() {
    stay("kept");
    int mark = journal.savepoint();
    stay("one way");
    journal.rollback(mark);
    stay("the other way");

    assertThat(recorder.hops())
        .extracting(hop -> hop.place().host())
        .containsExactly("kept", "the other way");
  }

  private void stay(String host) {
    recorder.hop(place(host));
    recorder.hopEnded();
  }

  private static Hop.Place place(String host) {
    return new Hop.Place(0, host, PACKET, "a packet");
  }
}
