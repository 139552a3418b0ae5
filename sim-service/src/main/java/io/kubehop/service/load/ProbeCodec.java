package io.kubehop.service.load;

import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.Probe;
import io.kubehop.service.api.ProbeAction;
import io.kubehop.service.source.Fields;
import java.util.List;
import java.util.Optional;

/** Reads and writes probes. */
final class ProbeCodec {
  private ProbeCodec() {}

  static Optional<Probe> decode(Fields fields) {
    return action(fields)
        .map(
            action ->
                new Probe(
                    action,
                    fields.integer("initialDelaySeconds", 0),
                    fields.integer("timeoutSeconds", 1),
                    fields.integer("periodSeconds", 10),
                    fields.integer("successThreshold", 1),
                    fields.integer("failureThreshold", 3)));
  }

  /** Returns what is checked; absent if nothing is, which the API server refuses. */
  private static Optional<ProbeAction> action(Fields fields) {
    return fields
        .optionalObject("httpGet")
        .map(ProbeCodec::httpGet)
        .or(() -> fields.optionalObject("tcpSocket").map(ProbeCodec::tcpSocket))
        .or(() -> fields.optionalObject("grpc").map(ProbeCodec::grpc))
        .or(() -> fields.optionalObject("exec").map(ProbeCodec::exec));
  }

  private static ProbeAction httpGet(Fields fields) {
    return new ProbeAction(
        ProbeAction.Kind.HTTP_GET,
        port(fields),
        fields.text("path", "/"),
        fields.text("scheme", "HTTP"),
        fields.text("host", ""),
        List.of());
  }

  private static ProbeAction exec(Fields fields) {
    return new ProbeAction(
        ProbeAction.Kind.EXEC, IntOrString.of(0), "", "", "", fields.texts("command"));
  }

  private static ProbeAction tcpSocket(Fields fields) {
    return new ProbeAction(
        ProbeAction.Kind.TCP_SOCKET, port(fields), "", "", fields.text("host", ""), List.of());
  }

  private static ProbeAction grpc(Fields fields) {
    return new ProbeAction(ProbeAction.Kind.GRPC, port(fields), "", "", "", List.of());
  }

  private static IntOrString port(Fields fields) {
    return PortCodec.optional(fields, "port").orElse(IntOrString.of(0));
  }

  static TreeBuilder encode(Probe probe) {
    TreeBuilder tree =
        new TreeBuilder()
            .unlessZero("initialDelaySeconds", probe.initialDelaySeconds())
            .number("timeoutSeconds", probe.timeoutSeconds())
            .number("periodSeconds", probe.periodSeconds())
            .number("successThreshold", probe.successThreshold())
            .number("failureThreshold", probe.failureThreshold());
    ProbeAction action = probe.action();
    return switch (action.kind()) {
      case HTTP_GET -> tree.object("httpGet", encodeHttpGet(action));
      case TCP_SOCKET ->
          tree.object(
              "tcpSocket",
              new TreeBuilder().value("port", action.port()).text("host", action.host()));
      case GRPC -> tree.object("grpc", new TreeBuilder().value("port", action.port()));
      case EXEC -> tree.object("exec", new TreeBuilder().texts("command", action.command()));
    };
  }

  private static TreeBuilder encodeHttpGet(ProbeAction action) {
    return new TreeBuilder()
        .value("port", action.port())
        .text("path", action.path())
        .text("scheme", action.scheme())
        .text("host", action.host());
  }
}
