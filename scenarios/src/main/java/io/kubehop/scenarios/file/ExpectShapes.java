package io.kubehop.scenarios.file;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.scenarios.format.Field;
import io.kubehop.scenarios.format.FieldList;
import io.kubehop.scenarios.format.ObjectShape;
import io.kubehop.scenarios.format.Reading;
import io.kubehop.scenarios.format.Shape;
import io.kubehop.scenarios.format.Shapes;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.SourceNode;
import io.kubehop.service.source.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of {@code expect} for each action; those that all have are added by {@link StepShape}.
 */
final class ExpectShapes {
  private static final ObjectShape<LookupExpectation.Span> SPAN =
      ObjectShape.of(
          "Bounds of a duration.",
          fields -> {
            Field<Optional<Duration>> least =
                fields.optional("atLeast", Shapes.DURATION_TEXT, "This or longer.");
            Field<Optional<Duration>> most =
                fields.optional("atMost", Shapes.DURATION_TEXT, "This or shorter.");
            return read -> new LookupExpectation.Span(read.get(least), read.get(most));
          });

  private ExpectShapes() {}

  static Function<Reading, ConnectionExpectation> connection(FieldList fields) {
    Field<Optional<List<Outcome>>> outcomes =
        fields.optional(
            "outcome",
            Texts.choice(Outcome.class, Outcome::toString).oneOrList(),
            "How it ends, on every way; of a list, any of them.");
    Field<Optional<Boolean>> delivered =
        fields.optional(
            "delivered", Shapes.FLAG, "Whether it is delivered; false: any other outcome.");
    Field<Optional<List<SocketAddress>>> endpoints =
        fields.optional(
            "endpoints",
            Texts.SOCKET_ADDRESS.list(),
            "Exactly the addresses that it can be delivered to, over every random choice.");
    Field<Optional<List<String>>> pods =
        fields.optional("pods", Shapes.TEXT.list(), "The same as Pods, NAMESPACE/NAME each.");
    Field<Optional<List<Optional<SocketAddress>>>> chosen =
        fields.optional(
            "chosen",
            Shapes.nullable(Texts.SOCKET_ADDRESS).list(),
            "Where each connection was delivered to, in order; null: nowhere.");
    Field<Optional<Map<SocketAddress, Double>>> distribution =
        fields.optional(
            "distribution",
            Shapes.map(SocketAddress::parse, Shapes.NUMBER),
            "The probability of each endpoint, to 1e-6.");
    Field<Optional<Boolean>> sourceNAT =
        fields.optional(
            "sourceNAT", Shapes.FLAG, "Whether the source address is rewritten on the way.");
    Field<Optional<IpAddress>> sourceIP =
        fields.optional("sourceIP", Texts.ADDRESS, "The source address that the endpoint sees.");
    Field<Optional<List<String>>> via =
        fields.optional(
            "via",
            Shapes.TEXT.list(),
            "Chains (or virtual servers, maps) that the first packet enters, in order.");
    Function<Reading, ConnectionExpectation.Http> http = http(fields);
    return read ->
        new ConnectionExpectation(
            read.get(outcomes),
            read.get(delivered),
            read.get(endpoints),
            read.get(pods),
            read.get(chosen),
            read.get(distribution),
            read.get(sourceNAT),
            read.get(sourceIP),
            read.get(via),
            http.apply(read));
  }

  private static Function<Reading, ConnectionExpectation.Http> http(FieldList fields) {
    Field<Optional<Integer>> status =
        fields.optional(
            "status", Shapes.integer(100, 599), "The HTTP status that the client gets.");
    Field<Optional<String>> backend =
        fields.optional(
            "backend",
            Shapes.TEXT,
            "The Service and port that an HTTP rule sent the request to: NAMESPACE/NAME:PORT.");
    Field<Optional<String>> path =
        fields.optional("path", Shapes.TEXT, "The request path as the endpoint sees it.");
    Field<Optional<String>> location =
        fields.optional("location", Shapes.TEXT, "The target of a redirect.");
    Shape<Map<String, Optional<String>>> headers = Shapes.map(Shapes.nullable(Shapes.SCALAR));
    Field<Map<String, Optional<String>>> requestHeaders =
        fields.optional(
            "requestHeaders",
            headers,
            ImmutableMap.of(),
            "Headers as the endpoint sees them; null: must be absent.");
    Field<Map<String, Optional<String>>> responseHeaders =
        fields.optional(
            "responseHeaders",
            headers,
            ImmutableMap.of(),
            "Headers as the client gets them; null: must be absent.");
    return read ->
        new ConnectionExpectation.Http(
            read.get(status),
            read.get(backend),
            read.get(path),
            read.get(location),
            read.get(requestHeaders),
            read.get(responseHeaders));
  }

  static Function<Reading, LookupExpectation> lookup(FieldList fields) {
    Field<Optional<String>> rcode =
        fields.optional(
            "rcode",
            Shapes.choice(
                ImmutableMap.of(
                    "NOERROR", "NOERROR",
                    "NXDOMAIN", "NXDOMAIN",
                    "SERVFAIL", "SERVFAIL",
                    "REFUSED", "REFUSED")),
            "The response code.");
    Shape<List<String>> records = Shapes.TEXT.list();
    Field<Optional<List<String>>> answers =
        fields.optional("answers", records, "The records of the answer section, as a set.");
    Field<Optional<List<String>>> authority =
        fields.optional("authority", records, "The records of the authority section, as a set.");
    Field<Optional<List<String>>> additional =
        fields.optional("additional", records, "The records of the additional section, as a set.");
    Field<Optional<List<String>>> queries =
        fields.optional("queries", records, "The names that are asked for, in order.");
    Field<Optional<LookupExpectation.Span>> took =
        fields.optional("took", SPAN, "How long it takes until the program has its answer.");
    return read ->
        new LookupExpectation(
            read.get(rcode),
            read.get(answers),
            read.get(authority),
            read.get(additional),
            read.get(queries),
            read.get(took));
  }

  static Function<Reading, ObjectExpectation> object(FieldList fields) {
    Field<Map<String, Value>> values =
        fields.optional(
            "fields",
            Shapes.map(Shapes.ANYTHING),
            ImmutableMap.of(),
            "Values by path, such as spec.ports[0].nodePort; null: the field must be absent.");
    Field<Optional<List<SourceMapping>>> slices =
        fields.optional(
            "slices",
            Shapes.MAPPING.list(),
            "The EndpointSlices of a Service, in any order; fields left out are not compared.");
    Field<Optional<List<Integer>>> sizes =
        fields.optional(
            "sliceSizes",
            Shapes.integer(0, 1000).list(),
            "The number of endpoints in each slice, largest first.");
    return read -> {
      ImmutableMap.Builder<String, SourceNode> nodes = ImmutableMap.builder();
      read.get(values).forEach((path, value) -> nodes.put(path, value.node()));
      return new ObjectExpectation(nodes.buildOrThrow(), read.get(slices), read.get(sizes));
    };
  }

  static Function<Reading, TrafficExpectation> traffic(FieldList fields) {
    Field<Optional<TrafficExpectation.Bounds>> rate =
        fields.optional(
            "successRate", BoundsShape.INSTANCE, "The share of connections that are delivered.");
    Map<String, Field<Optional<Duration>>> latency = new LinkedHashMap<>();
    for (String quantile : List.of("p50", "p90", "p99", "max")) {
      latency.put(
          quantile, fields.optional(quantile, Shapes.DURATION_TEXT, "The longest that it may be."));
    }
    return read -> {
      Map<String, Duration> bounds = new LinkedHashMap<>();
      latency.forEach(
          (quantile, field) -> read.get(field).ifPresent(bound -> bounds.put(quantile, bound)));
      return new TrafficExpectation(read.get(rate), bounds);
    };
  }
}
