package io.kubehop.scenarios.file;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.resolver.Libc;
import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.scenarios.format.Field;
import io.kubehop.scenarios.format.ObjectShape;
import io.kubehop.scenarios.format.Shape;
import io.kubehop.scenarios.format.Shapes;
import io.kubehop.service.api.ObjectKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of each action. */
final class ActionShapes {
  private static final List<String> RECORD_TYPES =
      List.of(
          "A", "AAAA", "ANY", "CAA", "CNAME", "DNAME", "DNSKEY", "DS", "HINFO", "HTTPS", "MX",
          "NAPTR", "NS", "PTR", "SOA", "SPF", "SRV", "SVCB", "TXT");
  private static final Pattern RATE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)/(s|m|h)");

  static final ObjectShape<Request> SEND =
      ObjectShape.of(
          "Makes connections, explored first: every random choice is followed.",
          fields -> {
            Field<Source> from =
                fields.required(
                    "from",
                    Texts.SOURCE,
                    "Where it starts: pod/NAMESPACE/NAME, node/NAME, external/IP or ip/IP.");
            Field<Destination> to =
                fields.required(
                    "to",
                    Texts.DESTINATION,
                    "What is called: tcp://, udp:// or sctp:// with IP:port or name:port, or http://,"
                        + " https:// with a host.");
            Field<Optional<String>> node =
                fields.optional(
                    "node",
                    Shapes.TEXT,
                    "The node on which the packet of an ip/ or external/ source enters. Default: the"
                        + " one that owns the source or the destination address, else the first by"
                        + " name.");
            Field<Optional<Integer>> sourcePort =
                fields.optional(
                    "sourcePort",
                    Shapes.integer(1, 65535),
                    "The client's port, of the first of several connections. Default: drawn.");
            Field<Integer> count =
                fields.optional(
                    "count",
                    Shapes.integer(1, 1_000_000),
                    1,
                    "How many connections, one after another. Default: 1.");
            Field<String> method =
                fields.optional("method", Shapes.TEXT, "GET", "HTTP method. Default: GET.");
            Field<Map<String, String>> headers =
                fields.optional(
                    "headers", Shapes.map(Shapes.SCALAR), ImmutableMap.of(), "HTTP headers.");
            Field<Map<String, String>> cookies =
                fields.optional(
                    "cookies", Shapes.map(Shapes.SCALAR), ImmutableMap.of(), "HTTP cookies.");
            Field<Optional<IpAddress>> via =
                fields.optional(
                    "via",
                    Texts.ADDRESS,
                    "HTTP from outside: the address that the client connects to. Default: DNS or the"
                        + " address of the ingress decides.");
            return read ->
                new Request(
                    read.get(from),
                    read.get(to),
                    read.get(node),
                    read.get(sourcePort),
                    read.get(count),
                    new Request.Http(
                        read.get(method), read.get(headers), read.get(cookies), read.get(via)));
          });

  /** What a look-up asks. */
  record Lookup(Source from, String name, String type, Optional<Libc> libc) {}

  static final ObjectShape<Lookup> RESOLVE =
      ObjectShape.of(
          "Looks a name up, as the resolver of a Pod or a node does.",
          fields -> {
            Field<Source> from =
                fields.required("from", Texts.SOURCE, "Who asks: pod/NAMESPACE/NAME or node/NAME.");
            Field<String> name =
                fields.required(
                    "name", Texts.DNS_NAME, "The name; a final dot keeps the search list out.");
            Field<String> type =
                fields.optional(
                    "type",
                    Shapes.choice(
                        RECORD_TYPES.stream()
                            .collect(ImmutableMap.toImmutableMap(each -> each, each -> each))),
                    "A",
                    "The type of record. Default: A.");
            Field<Optional<Libc>> libc =
                fields.optional(
                    "libc",
                    Texts.choice(Libc.class, Libc::toString),
                    "Whose stub resolver asks. Default: what the Pod's annotation kubehop.io/libc"
                        + " says, else glibc.");
            return read ->
                new Lookup(read.get(from), read.get(name), read.get(type), read.get(libc));
          });

  /** A Pod and whether it is ready. */
  record Readiness(ObjectKey pod, boolean value) {}

  static final ObjectShape<Readiness> READY =
      ObjectShape.of(
          "Has a Pod become ready, or stop being so.",
          fields -> {
            Field<ObjectKey> pod = fields.required("pod", Texts.POD, "The Pod: NAMESPACE/NAME.");
            Field<Boolean> value =
                fields.required("value", Shapes.FLAG, "Whether it is ready from now on.");
            return read -> new Readiness(read.get(pod), read.get(value));
          });

  static final ObjectShape<TrafficSpec> TRAFFIC =
      ObjectShape.of(
          "Makes connections in the background for a while.",
          fields -> {
            Field<Source> from =
                fields.required(
                    "from",
                    Texts.CLIENTS,
                    "Where they start; a range such as external/203.0.113.0/24 is many clients.");
            Field<Destination> to = fields.required("to", Texts.DESTINATION, "What they call.");
            Field<Optional<String>> node =
                fields.optional(
                    "node", Shapes.TEXT, "The node on which packets from outside enter.");
            Field<Duration> interval =
                fields.required(
                    "rate",
                    Shapes.SCALAR.parsed(ActionShapes::interval),
                    "How many begin, such as 200/s.");
            Field<Duration> duration =
                fields.required("duration", Shapes.DURATION_TEXT, "For how long new ones begin.");
            Field<Boolean> poisson =
                fields.optional(
                    "arrivals",
                    Shapes.choice(ImmutableMap.of("constant", false, "poisson", true)),
                    false,
                    "Evenly spaced, or a Poisson process. Default: constant.");
            Field<Duration> timeout =
                fields.optional(
                    "timeout",
                    Shapes.DURATION_TEXT,
                    Duration.ofSeconds(10),
                    "When a connection is given up. Default: 10s.");
            return read ->
                new TrafficSpec(
                    read.get(from),
                    read.get(to),
                    read.get(node),
                    read.get(interval),
                    read.get(duration),
                    read.get(poisson),
                    read.get(timeout));
          });

  static final Shape<List<ObjectKey>> DELETE = Texts.KEY.list();

  private ActionShapes() {}

  private static Duration interval(String text) {
    Matcher matcher = RATE.matcher(text);
    BigDecimal count = matcher.matches() ? new BigDecimal(matcher.group(1)) : BigDecimal.ZERO;
    if (count.signum() == 0) {
      throw new IllegalArgumentException("\"" + text + "\" is not a rate such as 200/s");
    }
    long unit =
        switch (matcher.group(2)) {
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          default -> 3_600_000_000_000L;
        };
    BigDecimal nanos = BigDecimal.valueOf(unit).divide(count, 0, RoundingMode.HALF_UP);
    if (nanos.signum() == 0) {
      throw new IllegalArgumentException("\"" + text + "\" is more than one in a nanosecond");
    }
    return Duration.ofNanos(nanos.longValueExact());
  }
}
