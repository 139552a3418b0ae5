package io.kubehop.scenarios.report;

import io.kubehop.core.http.HttpHeader;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.trace.Hop;
import io.kubehop.dns.resolver.NameCost;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.HttpAnswer;
import io.kubehop.scenarios.trace.Times;
import io.kubehop.scenarios.trace.TraceLine;
import io.kubehop.scenarios.trace.TraceLines;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was found of a connection, under the names that expectations have. */
final class ConnectionJson {
  private ConnectionJson() {}

  static void addTo(Map<String, @Nullable Object> step, Connection connection) {
    step.put("outcome", one(connection.outcomes()));
    step.put("endpoints", texts(connection.endpoints()));
    step.put("pods", connection.pods());
    step.put("distribution", distribution(connection));
    step.put("chosen", chosen(connection));
    step.put("sourceNAT", one(connection.sourceNAT()));
    step.put("sourceIP", one(connection.sourceIPs()));
    if (connection.request().destination().scheme().isHttp()) {
      addHttp(step, connection.answers());
    }
    connection
        .made()
        .get(0)
        .resolution()
        .ifPresent(found -> step.put("dns", NameJson.of(NameCost.of(found))));
    step.put("hops", hops(connection.hops()));
  }

  private static void addHttp(Map<String, @Nullable Object> step, List<HttpAnswer> answers) {
    Set<Integer> statuses = new LinkedHashSet<>();
    Set<String> backends = new LinkedHashSet<>();
    Set<String> paths = new LinkedHashSet<>();
    Set<String> locations = new LinkedHashSet<>();
    for (HttpAnswer answer : answers) {
      statuses.add(answer.status());
      answer.backend().ifPresent(backends::add);
      answer.path().ifPresent(paths::add);
      answer.location().ifPresent(locations::add);
    }
    step.put("status", one(statuses));
    step.put("backend", one(backends));
    step.put("path", one(paths));
    step.put("location", one(locations));
    step.put("requestHeaders", headers(answers, HttpAnswer::requestHeaders));
    step.put("responseHeaders", headers(answers, HttpAnswer::responseHeaders));
  }

  /** Of the first made connection; names in lower case, several values of one with commas. */
  private static @Nullable Map<String, String> headers(
      List<HttpAnswer> answers, Function<HttpAnswer, HttpHeaders> of) {
    if (answers.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (HttpHeader field : of.apply(answers.get(0)).fields()) {
      headers.merge(field.name().toLowerCase(Locale.ROOT), field.value(), (a, b) -> a + ", " + b);
    }
    return headers;
  }

  /** The value; all of them where they differ; null where there is none. */
  private static @Nullable Object one(Collection<?> values) {
    List<@Nullable Object> plain = new ArrayList<>();
    values.forEach(value -> plain.add(isPlain(value) ? value : value.toString()));
    if (plain.isEmpty()) {
      return null;
    }
    return plain.size() == 1 ? plain.get(0) : plain;
  }

  private static boolean isPlain(Object value) {
    return value instanceof Boolean || value instanceof Integer;
  }

  private static List<String> texts(Collection<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private static Map<String, Double> distribution(Connection connection) {
    Map<String, Double> distribution = new LinkedHashMap<>();
    connection
        .distribution()
        .forEach((endpoint, share) -> distribution.put(endpoint.toString(), share));
    return distribution;
  }

  private static List<@Nullable String> chosen(Connection connection) {
    List<@Nullable String> chosen = new ArrayList<>();
    connection
        .chosen()
        .forEach(endpoint -> chosen.add(endpoint.map(SocketAddress::toString).orElse(null)));
    return chosen;
  }

  private static List<Map<String, Object>> hops(List<Hop> hops) {
    List<Map<String, Object>> lines = new ArrayList<>();
    long begun = hops.isEmpty() ? 0 : hops.get(0).place().time();
    for (TraceLine line : TraceLines.of(hops)) {
      Map<String, Object> hop = new LinkedHashMap<>();
      hop.put("time", Times.milliseconds(line.time() - begun));
      hop.put("node", line.host());
      hop.put("stage", line.stage());
      hop.put("detail", line.detail());
      hop.put("packet", packet(line.packet()));
      lines.add(hop);
    }
    return lines;
  }

  private static Map<String, Object> packet(FiveTuple packet) {
    Protocol protocol = Protocol.ofNumber(packet.protocol());
    boolean ports = protocol != null && protocol.hasPorts();
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put(
        "protocol", protocol == null ? String.valueOf(packet.protocol()) : protocol.toString());
    plain.put("source", (ports ? packet.sourceSocket() : packet.source()).toString());
    plain.put(
        "destination", (ports ? packet.destinationSocket() : packet.destination()).toString());
    return plain;
  }
}
