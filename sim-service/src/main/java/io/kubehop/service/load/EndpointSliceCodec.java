package io.kubehop.service.load;

import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointConditions;
import io.kubehop.service.api.EndpointHints;
import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.source.Fields;
import java.util.List;

/** Reads and writes EndpointSlices. */
final class EndpointSliceCodec {
  private EndpointSliceCodec() {}

  static EndpointSlice decode(ObjectMeta meta, Fields fields) {
    return new EndpointSlice(
        meta,
        fields.text("addressType", ""),
        fields.objects("endpoints").stream().map(EndpointSliceCodec::endpoint).toList(),
        ports(fields));
  }

  static void encode(EndpointSlice slice, TreeBuilder tree) {
    tree.text("addressType", slice.addressType())
        .list("endpoints", slice.endpoints(), EndpointSliceCodec::encodeEndpoint)
        .list("ports", slice.ports(), EndpointSliceCodec::encodePort);
  }

  private static Endpoint endpoint(Fields fields) {
    return new Endpoint(
        fields.texts("addresses"),
        conditions(fields.object("conditions")),
        fields.optionalText("hostname"),
        fields.optionalObject("targetRef").map(MetadataCodec::reference),
        fields.optionalText("nodeName"),
        fields.optionalText("zone"),
        fields.optionalObject("hints").map(EndpointSliceCodec::hints));
  }

  private static EndpointConditions conditions(Fields fields) {
    return new EndpointConditions(
        fields.optionalFlag("ready"),
        fields.optionalFlag("serving"),
        fields.optionalFlag("terminating"));
  }

  private static EndpointHints hints(Fields fields) {
    return new EndpointHints(names(fields, "forZones"), names(fields, "forNodes"));
  }

  private static List<String> names(Fields fields, String list) {
    return fields.objects(list).stream().map(item -> item.text("name", "")).toList();
  }

  static List<EndpointPort> ports(Fields fields) {
    return fields.objects("ports").stream().map(EndpointSliceCodec::port).toList();
  }

  private static EndpointPort port(Fields fields) {
    return new EndpointPort(
        fields.text("name", ""),
        fields.text("protocol", "TCP"),
        fields.optionalInteger("port"),
        fields.optionalText("appProtocol"));
  }

  static TreeBuilder encodePort(EndpointPort port) {
    return new TreeBuilder()
        .text("name", port.name())
        .text("protocol", port.protocol())
        .optional("port", port.port())
        .optional("appProtocol", port.appProtocol());
  }

  private static TreeBuilder encodeEndpoint(Endpoint endpoint) {
    EndpointConditions conditions = endpoint.conditions();
    return new TreeBuilder()
        .texts("addresses", endpoint.addresses())
        .object(
            "conditions",
            new TreeBuilder()
                .optional("ready", conditions.ready())
                .optional("serving", conditions.serving())
                .optional("terminating", conditions.terminating()))
        .optional("hostname", endpoint.hostname())
        .optionalObject("targetRef", endpoint.targetRef(), MetadataCodec::encodeReference)
        .optional("nodeName", endpoint.nodeName())
        .optional("zone", endpoint.zone())
        .optionalObject("hints", endpoint.hints(), EndpointSliceCodec::encodeHints);
  }

  private static TreeBuilder encodeHints(EndpointHints hints) {
    return new TreeBuilder()
        .list("forZones", hints.forZones(), name -> new TreeBuilder().text("name", name))
        .list("forNodes", hints.forNodes(), name -> new TreeBuilder().text("name", name));
  }
}
