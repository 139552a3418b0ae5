package io.kubehop.dns.resolver;

import io.kubehop.core.host.Host;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.Attempt;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.message.ResponseCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a program to its resolver: it asks for one name after another, until its library is
 * content. The questions for each name are a leg of their own.
 */
public final class Lookup implements Attempt<LookupResult>, EventHandler {
  private final Host host;
  private final Simulation simulation;
  private final ResolverSettings settings;
  private final HostsFile hosts;
  private final String name;
  private final List<RecordType> types;
  private final Search search;
  private final RandomStream ids;
  private final LongCell begun;
  private final LongCell position;
  private final LongCell rotation;
  private final RefCell<List<NameOutcome>> outcomes;
  private final NullableCell<LookupResult> result;
  private final NullableCell<LookupListener> listener;

  Lookup(
      Host host, ResolverSettings settings, HostsFile hosts, String name, List<RecordType> types) {
    Journal journal = host.simulation().journal();
    this.host = host;
    this.simulation = host.simulation();
    this.settings = settings;
    this.hosts = hosts;
    this.name = name;
    this.types = List.copyOf(types);
    this.search = settings.search(name, types);
    this.ids = simulation.random().stream(host.name() + "/resolver");
    this.begun = new LongCell(journal, 0);
    this.position = new LongCell(journal, Search.END);
    this.rotation = new LongCell(journal, 0);
    this.outcomes = new RefCell<>(journal, List.of());
    this.result = new NullableCell<>(journal);
    this.listener = new NullableCell<>(journal);
  }

  /** Hears of the end of a look-up. */
  @FunctionalInterface
  interface LookupListener {
    void onResult(LookupResult result);
  }

  void tell(LookupListener whom) {
    listener.set(whom);
  }

  @Override
  public void begin() {
    begun.set(simulation.now());
    List<ResourceRecord> known = fromHosts();
    if (!known.isEmpty()) {
      finish(ResponseCode.NOERROR, known);
    } else if (search.candidates().isEmpty()) {
      finish(ResponseCode.NXDOMAIN, List.of());
    } else {
      rotation.set(settings.rotates() ? ids.nextInt(settings.servers().size()) : 0);
      askNext();
    }
  }

  /** What {@code /etc/hosts} knows of the name, with a TTL of 0. */
  private List<ResourceRecord> fromHosts() {
    List<ResourceRecord> records = new ArrayList<>();
    for (IpAddress address : hosts.addresses(name)) {
      RecordType type = address.isV4() ? RecordType.A : RecordType.AAAA;
      DomainName.parse(name)
          .filter(owner -> types.contains(type))
          .ifPresent(owner -> records.add(ResourceRecord.address(owner, 0, address)));
    }
    return records;
  }

  private void askNext() {
    int next = search.next((int) position.get(), outcomes.get());
    if (next == Search.END) {
      finish(search.result(outcomes.get()));
      return;
    }
    position.set(next);
    Questions questions =
        Questions.of(
            search.candidates().get(next), types, settings.edns(), () -> ids.nextInt(1 << 16));
    exchange(questions).begin();
  }

  private NameExchange exchange(Questions questions) {
    if (settings.libc() == Libc.MUSL) {
      return new MuslExchange(host, settings, questions, this::onOutcome);
    }
    int skipped = (int) rotation.get();
    rotation.set(skipped + (settings.rotates() ? 1 : 0));
    return new GlibcExchange(host, settings, questions, skipped, this::onOutcome);
  }

  /** What follows is another leg, and so another event. */
  private void onOutcome(NameOutcome outcome) {
    List<NameOutcome> more = new ArrayList<>(outcomes.get());
    more.add(outcome);
    outcomes.set(List.copyOf(more));
    simulation.endLeg(outcome.leg());
    simulation.scheduleTimer(0, this, 0, 0, null);
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    askNext();
  }

  private void finish(ResponseCode code, List<ResourceRecord> records) {
    finish(
        new LookupResult(
            name,
            code,
            records,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "",
            begun.get(),
            simulation.now()));
  }

  private void finish(NameOutcome outcome) {
    finish(
        new LookupResult(
            name,
            outcome.rcode(),
            outcome.answers(),
            outcome.authorities(),
            outcome.additionals(),
            outcomes.get().stream().map(o -> o.name().toString()).distinct().toList(),
            outcome.replies(),
            outcome.server(),
            begun.get(),
            simulation.now()));
  }

  private void finish(LookupResult found) {
    result.set(found);
    LookupListener whom = listener.get();
    if (whom != null) {
      whom.onResult(found);
    }
  }

  @Override
  public @Nullable LookupResult result() {
    return result.get();
  }

  /** Makes the look-up and runs the simulation until its result is there. */
  public LookupResult complete() {
    begin();
    LookupResult found = result.get();
    while (found == null) {
      if (!simulation.runNext()) {
        throw new IllegalStateException("the look-up of " + name + " ran out of events");
      }
      found = result.get();
    }
    return found;
  }
}
