package io.kubehop.scenarios.file;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.source.PlainTrees;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.YamlWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a scenario that repeats a connection and expects what came of it. It needs no other file
 * but captured rules: all objects are inline.
 */
public final class ScenarioWriter {
  private ScenarioWriter() {}

  /**
   * Returns the scenario in YAML.
   *
   * @param cluster the cluster and its objects
   * @param connection what is to be repeated
   * @throws IllegalArgumentException if rules were put on a node that is given as an object, which
   *     the format cannot say
   */
  public static String write(Scenario cluster, Connection connection) {
    return write(cluster, List.of(), connection.request(), expect(connection));
  }

  /**
   * Returns a scenario in YAML whose last step makes a connection.
   *
   * @param cluster the cluster and its objects
   * @param before the steps before it, by the names of the format
   * @param request the connection
   * @param expected what is expected of it, by the names of the format
   * @throws IllegalArgumentException if rules were put on a node that is given as an object, which
   *     the format cannot say
   */
  public static String write(
      Scenario cluster,
      List<? extends Map<String, ?>> before,
      Request request,
      Map<String, ?> expected) {
    Map<String, @Nullable Object> scenario = new LinkedHashMap<>();
    scenario.put("apiVersion", ScenarioShape.API_VERSION);
    scenario.put("kind", ScenarioShape.KIND);
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    metadata.put("name", "trace");
    scenario.put("metadata", metadata);
    scenario.put("cluster", ClusterTree.of(cluster.cluster()));
    scenario.put(
        "objects",
        cluster.objects().stream().map(LoadedObject::source).map(SourceMapping::plain).toList());
    Map<String, @Nullable Object> step = new LinkedHashMap<>();
    step.put("name", request.toString());
    step.put("send", send(request));
    if (!expected.isEmpty()) {
      step.put("expect", expected);
    }
    List<Map<String, ?>> steps = new ArrayList<>(before);
    steps.add(step);
    scenario.put("steps", steps);
    return YamlWriter.write(PlainTrees.of(scenario));
  }

  /** The {@code send} of a step that makes a connection, by the names of the format. */
  public static Map<String, @Nullable Object> send(Request request) {
    Map<String, @Nullable Object> send = new LinkedHashMap<>();
    send.put("from", request.source().toString());
    send.put("to", request.destination().toString());
    request.node().ifPresent(node -> send.put("node", node));
    request.sourcePort().ifPresent(port -> send.put("sourcePort", (long) port));
    if (request.count() > 1) {
      send.put("count", (long) request.count());
    }
    Request.Http http = request.http();
    if (!http.method().equals(Request.Http.GET.method())) {
      send.put("method", http.method());
    }
    if (!http.headers().isEmpty()) {
      send.put("headers", http.headers());
    }
    if (!http.cookies().isEmpty()) {
      send.put("cookies", http.cookies());
    }
    http.via().ifPresent(via -> send.put("via", via.toString()));
    return send;
  }

  private static Map<String, @Nullable Object> expect(Connection connection) {
    Map<String, @Nullable Object> expect = new LinkedHashMap<>();
    expect.put("outcome", connection.outcomes().stream().map(Outcome::toString).toList());
    expect.put("endpoints", connection.endpoints().stream().map(SocketAddress::toString).toList());
    putSingle(expect, "sourceNAT", connection.sourceNAT());
    putSingle(
        expect, "sourceIP", connection.sourceIPs().stream().map(IpAddress::toString).toList());
    return expect;
  }

  /** What differs from way to way cannot be expected of all. */
  private static void putSingle(
      Map<String, @Nullable Object> expect, String name, Collection<?> values) {
    if (values.size() == 1) {
      expect.put(name, values.iterator().next());
    }
  }
}
