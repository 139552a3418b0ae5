package io.kubehop.service.load;

import io.kubehop.service.api.Gateway;
import io.kubehop.service.api.GatewayClass;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.ReferenceGrant;
import io.kubehop.service.source.Fields;
import java.util.List;

/** Reads and writes the kinds of the Gateway API but for routes. */
final class GatewayCodec {
  static final String GROUP = "gateway.networking.k8s.io";

  private GatewayCodec() {}

  static GatewayClass gatewayClass(ObjectMeta meta, Fields fields) {
    return new GatewayClass(meta, fields.object("spec").text("controllerName", ""));
  }

  static Gateway gateway(ObjectMeta meta, Fields fields) {
    Fields spec = fields.object("spec");
    return new Gateway(
        namespaced(meta),
        spec.text("gatewayClassName", ""),
        spec.objects("listeners").stream().map(GatewayCodec::listener).toList(),
        fields.object("status").objects("addresses").stream()
            .map(address -> address.text("value", ""))
            .toList());
  }

  private static Gateway.Listener listener(Fields fields) {
    return new Gateway.Listener(
        fields.text("name", ""),
        fields.text("hostname", ""),
        fields.integer("port", 0),
        fields.text("protocol", ""),
        fields.object("tls").objects("certificateRefs").stream()
            .map(each -> reference(each, "", "Secret"))
            .toList(),
        allowed(fields.object("allowedRoutes")));
  }

  private static Gateway.AllowedRoutes allowed(Fields fields) {
    Fields namespaces = fields.object("namespaces");
    List<String> kinds =
        fields.objects("kinds").stream().map(kind -> kind.text("kind", "")).toList();
    return new Gateway.AllowedRoutes(
        namespaces.text("from", "Same"),
        namespaces.optionalObject("selector").map(MetadataCodec::selector),
        kinds);
  }

  /** Reads which object is meant, with the group and kind that hold where it does not say so. */
  static Gateway.Reference reference(Fields fields, String group, String kind) {
    return new Gateway.Reference(
        fields.text("group", group),
        fields.text("kind", kind),
        fields.text("namespace", ""),
        fields.text("name", ""));
  }

  static ReferenceGrant grant(ObjectMeta meta, Fields fields) {
    Fields spec = fields.object("spec");
    return new ReferenceGrant(
        namespaced(meta),
        spec.objects("from").stream()
            .map(
                from ->
                    new ReferenceGrant.From(
                        from.text("group", ""), from.text("kind", ""), from.text("namespace", "")))
            .toList(),
        spec.objects("to").stream()
            .map(
                to ->
                    new ReferenceGrant.To(
                        to.text("group", ""), to.text("kind", ""), to.text("name", "")))
            .toList());
  }

  /** No schema says that these kinds are in namespaces. */
  static ObjectMeta namespaced(ObjectMeta meta) {
    return meta.namespace().isEmpty() ? meta.toBuilder().namespace("default").build() : meta;
  }

  static void encode(GatewayClass gatewayClass, TreeBuilder tree) {
    tree.object("spec", new TreeBuilder().text("controllerName", gatewayClass.controllerName()));
  }

  static void encode(Gateway gateway, TreeBuilder tree) {
    tree.object(
            "spec",
            new TreeBuilder()
                .text("gatewayClassName", gateway.gatewayClassName())
                .list("listeners", gateway.listeners(), GatewayCodec::encodeListener))
        .object(
            "status",
            new TreeBuilder()
                .list(
                    "addresses",
                    gateway.addresses(),
                    address -> new TreeBuilder().text("value", address)));
  }

  private static TreeBuilder encodeListener(Gateway.Listener listener) {
    return new TreeBuilder()
        .text("name", listener.name())
        .text("hostname", listener.hostname())
        .number("port", listener.port())
        .text("protocol", listener.protocol())
        .object(
            "tls",
            new TreeBuilder()
                .list(
                    "certificateRefs",
                    listener.certificates(),
                    each -> encodeReference(each, new TreeBuilder())))
        .object(
            "allowedRoutes",
            new TreeBuilder()
                .object(
                    "namespaces",
                    new TreeBuilder()
                        .text("from", listener.routes().from())
                        .optionalObject(
                            "selector",
                            listener.routes().selector(),
                            MetadataCodec::encodeSelector))
                .list(
                    "kinds",
                    listener.routes().kinds(),
                    kind -> new TreeBuilder().text("kind", kind)));
  }

  static TreeBuilder encodeReference(Gateway.Reference reference, TreeBuilder tree) {
    return tree.text("group", reference.group())
        .text("kind", reference.kind())
        .text("namespace", reference.namespace())
        .text("name", reference.name());
  }

  static void encode(ReferenceGrant grant, TreeBuilder tree) {
    tree.object(
        "spec",
        new TreeBuilder()
            .list(
                "from",
                grant.from(),
                from ->
                    new TreeBuilder()
                        .text("group", from.group())
                        .text("kind", from.kind())
                        .text("namespace", from.namespace()))
            .list(
                "to",
                grant.to(),
                to ->
                    new TreeBuilder()
                        .text("group", to.group())
                        .text("kind", to.kind())
                        .text("name", to.name())));
  }
}
