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
    step.put("name", connection.request().toString());
    step.put("send", send(connection.request()));
    step.put("expect", expect(connection));
    scenario.put("steps", List.of(step));
    return YamlWriter.write(PlainTrees.of(scenario));
  }

  private static Map<String, @Nullable Object> send(Request request) {
    Map<String, @Nullable Object> send = new LinkedHashMap<>();
    send.put("from", request.source().toString());
    send.put("to", request.destination().toString());
    request.node().ifPresent(node -> send.put("node", node));
    request.sourcePort().ifPresent(port -> send.put("sourcePort", (long) port));
    if (request.count() > 1) {
      send.put("count", (long) request.count());
    }
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
