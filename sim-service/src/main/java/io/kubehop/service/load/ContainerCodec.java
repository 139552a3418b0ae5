package io.kubehop.service.load;

import io.kubehop.service.api.Container;
import io.kubehop.service.api.ContainerPort;
import io.kubehop.service.api.LifecycleHandler;
import io.kubehop.service.source.Fields;

/** Reads and writes containers. */
final class ContainerCodec {
  private ContainerCodec() {}

  static Container decode(Fields fields) {
    return new Container(
        fields.text("name", ""),
        fields.text("image", ""),
        fields.texts("command"),
        fields.texts("args"),
        fields.objects("ports").stream().map(ContainerCodec::port).toList(),
        fields.optionalText("restartPolicy"),
        fields.optionalObject("startupProbe").flatMap(ProbeCodec::decode),
        fields.optionalObject("readinessProbe").flatMap(ProbeCodec::decode),
        fields.optionalObject("livenessProbe").flatMap(ProbeCodec::decode),
        fields.object("lifecycle").optionalObject("preStop").map(ContainerCodec::handler));
  }

  static TreeBuilder encode(Container container) {
    return new TreeBuilder()
        .text("name", container.name())
        .text("image", container.image())
        .texts("command", container.command())
        .texts("args", container.args())
        .list("ports", container.ports(), ContainerCodec::encodePort)
        .optional("restartPolicy", container.restartPolicy())
        .optionalObject("startupProbe", container.startupProbe(), ProbeCodec::encode)
        .optionalObject("readinessProbe", container.readinessProbe(), ProbeCodec::encode)
        .optionalObject("livenessProbe", container.livenessProbe(), ProbeCodec::encode)
        .object(
            "lifecycle",
            new TreeBuilder()
                .optionalObject("preStop", container.preStop(), ContainerCodec::encodeHandler));
  }

  private static ContainerPort port(Fields fields) {
    return new ContainerPort(
        fields.text("name", ""),
        fields.integer("containerPort", 0),
        fields.text("protocol", "TCP"),
        fields.integer("hostPort", 0),
        fields.text("hostIP", ""));
  }

  private static TreeBuilder encodePort(ContainerPort port) {
    return new TreeBuilder()
        .text("name", port.name())
        .number("containerPort", port.containerPort())
        .text("protocol", port.protocol())
        .unlessZero("hostPort", port.hostPort())
        .text("hostIP", port.hostIP());
  }

  private static LifecycleHandler handler(Fields fields) {
    return new LifecycleHandler(
        fields.object("sleep").optionalLong("seconds"), fields.object("exec").texts("command"));
  }

  private static TreeBuilder encodeHandler(LifecycleHandler handler) {
    return new TreeBuilder()
        .object("sleep", new TreeBuilder().optional("seconds", handler.sleepSeconds()))
        .object("exec", new TreeBuilder().texts("command", handler.exec()));
  }
}
