package io.kubehop.jmh;

import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DnsPacket;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.MalformedMessageException;
import io.kubehop.dns.message.RecordType;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * The address of a Service by its full name, from all Services in turn: in the process and as
 * bytes. {@code kubehop} goes through the whole server: acceptance, zones, the plugins of the
 * built-in Corefile, answer. Peers: a {@code HashMap} by the lower-cased text, which is no DNS
 * server at all; dnsjava, which reads the bytes, looks the name up in a map of records and writes
 * the answer.
 *
 * <p>{@code java -jar jmh/target/benchmarks.jar Dns -prof gc}; unit: ns per name.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class DnsBenchmark {

  /** How many Services there are. */
  @Param({"10", "10000"})
  public int services;

  private DnsFixture fixture;
  private final Map<String, IpAddress> byText = new HashMap<>();
  private final Map<Name, Record> byName = new HashMap<>();
  private String[] names;
  private byte[][] queries;
  private Query cause;
  private int next;
  private @Nullable Object answer;

  /** Builds the server and its peers. */
  @Setup
  public void build() throws IOException, MalformedMessageException {
    fixture = new DnsFixture(services);
    names = new String[services];
    queries = new byte[services][];
    for (int i = 0; i < services; i++) {
      names[i] = DnsFixture.name(i).replace("cart", "Cart");
      queries[i] = DnsFixture.query(i);
      IpAddress address = IpAddress.parse(DnsFixture.address(i));
      byText.put(DnsFixture.name(i), address);
      Name name = Name.fromString(DnsFixture.name(i));
      byName.put(
          name, new ARecord(name, DClass.IN, 5, InetAddress.getByAddress(address.toBytes())));
    }
    DnsMessage any = DnsPacket.ofBytes(queries[0]).message();
    cause = new Query(any, DnsFixture.EXCHANGE, 0);
  }

  private int next() {
    next = next + 1 == services ? 0 : next + 1;
    return next;
  }

  /** The answer in the process. */
  @Benchmark
  public @Nullable Object inProcessKubehop() {
    fixture.server.lookUp(
        cause,
        DomainName.of(names[next()]),
        RecordType.A,
        reply -> answer = reply.answer().get(0).address());
    return answer;
  }

  /** A look-up that knows nothing of DNS. */
  @Benchmark
  public @Nullable Object inProcessHashMap() {
    return byText.get(names[next()].toLowerCase(Locale.ROOT));
  }

  /** The answer as bytes. */
  @Benchmark
  public @Nullable Object wireKubehop() {
    fixture.server.answer(
        DnsPacket.ofBytes(queries[next()]), DnsFixture.EXCHANGE, reply -> answer = reply.toBytes());
    return answer;
  }

  /** The same with dnsjava. */
  @Benchmark
  public byte[] wireDnsjava() throws IOException {
    Message query = new Message(queries[next()]);
    Record question = query.getQuestion();
    Message reply = new Message(query.getHeader().getID());
    reply.getHeader().setFlag(Flags.QR);
    reply.getHeader().setFlag(Flags.AA);
    reply.getHeader().setFlag(Flags.RD);
    reply.addRecord(question, Section.QUESTION);
    Record found = byName.get(question.getName());
    if (found != null) {
      reply.addRecord(found, Section.ANSWER);
    }
    return reply.toWire(512);
  }
}
