package io.kubehop.service.load;

import io.kubehop.service.api.HTTPIngressPath;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressBackend;
import io.kubehop.service.api.IngressClass;
import io.kubehop.service.api.IngressRule;
import io.kubehop.service.api.IngressServiceBackend;
import io.kubehop.service.api.IngressSpec;
import io.kubehop.service.api.IngressStatus;
import io.kubehop.service.api.IngressTLS;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.TypedLocalObjectReference;
import io.kubehop.service.source.Fields;

/** Reads and writes Ingresses and IngressClasses. */
final class IngressCodec {
  private IngressCodec() {}

  static Ingress decode(ObjectMeta meta, Fields fields) {
    return new Ingress(
        meta,
        spec(fields.object("spec")),
        new IngressStatus(
            LoadBalancerCodec.decode(fields.object("status").object("loadBalancer"))));
  }

  static IngressClass ingressClass(ObjectMeta meta, Fields fields) {
    return new IngressClass(meta, fields.object("spec").text("controller", ""));
  }

  private static IngressSpec spec(Fields fields) {
    return new IngressSpec(
        fields.optionalText("ingressClassName"),
        fields.optionalObject("defaultBackend").map(IngressCodec::backend),
        fields.objects("tls").stream()
            .map(tls -> new IngressTLS(tls.texts("hosts"), tls.text("secretName", "")))
            .toList(),
        fields.objects("rules").stream().map(IngressCodec::rule).toList());
  }

  private static IngressRule rule(Fields fields) {
    return new IngressRule(
        fields.text("host", ""),
        fields
            .optionalObject("http")
            .map(http -> http.objects("paths").stream().map(IngressCodec::path).toList()));
  }

  private static HTTPIngressPath path(Fields fields) {
    return new HTTPIngressPath(
        fields.text("path", ""), fields.text("pathType", ""), backend(fields.object("backend")));
  }

  private static IngressBackend backend(Fields fields) {
    return new IngressBackend(
        fields.optionalObject("service").map(IngressCodec::service),
        fields.optionalObject("resource").map(IngressCodec::resource));
  }

  private static IngressServiceBackend service(Fields fields) {
    Fields port = fields.object("port");
    return new IngressServiceBackend(
        fields.text("name", ""), port.text("name", ""), port.integer("number", 0));
  }

  private static TypedLocalObjectReference resource(Fields fields) {
    return new TypedLocalObjectReference(
        fields.text("apiGroup", ""), fields.text("kind", ""), fields.text("name", ""));
  }

  static void encode(Ingress ingress, TreeBuilder tree) {
    IngressSpec spec = ingress.spec();
    tree.object(
            "spec",
            new TreeBuilder()
                .optional("ingressClassName", spec.ingressClassName())
                .optionalObject(
                    "defaultBackend", spec.defaultBackend(), IngressCodec::encodeBackend)
                .list("tls", spec.tls(), IngressCodec::encodeTls)
                .list("rules", spec.rules(), IngressCodec::encodeRule))
        .object(
            "status",
            new TreeBuilder()
                .object("loadBalancer", LoadBalancerCodec.encode(ingress.status().loadBalancer())));
  }

  static void encode(IngressClass ingressClass, TreeBuilder tree) {
    tree.object("spec", new TreeBuilder().text("controller", ingressClass.controller()));
  }

  private static TreeBuilder encodeTls(IngressTLS tls) {
    return new TreeBuilder().texts("hosts", tls.hosts()).text("secretName", tls.secretName());
  }

  private static TreeBuilder encodeRule(IngressRule rule) {
    return new TreeBuilder()
        .text("host", rule.host())
        .object(
            "http",
            new TreeBuilder().optionalList("paths", rule.paths(), IngressCodec::encodePath));
  }

  private static TreeBuilder encodePath(HTTPIngressPath path) {
    return new TreeBuilder()
        .text("path", path.path())
        .text("pathType", path.pathType())
        .object("backend", encodeBackend(path.backend()));
  }

  private static TreeBuilder encodeBackend(IngressBackend backend) {
    return new TreeBuilder()
        .optionalObject("service", backend.service(), IngressCodec::encodeService)
        .optionalObject("resource", backend.resource(), IngressCodec::encodeResource);
  }

  private static TreeBuilder encodeService(IngressServiceBackend service) {
    return new TreeBuilder()
        .text("name", service.name())
        .object(
            "port",
            new TreeBuilder()
                .text("name", service.portName())
                .unlessZero("number", service.portNumber()));
  }

  private static TreeBuilder encodeResource(TypedLocalObjectReference resource) {
    return new TreeBuilder()
        .text("apiGroup", resource.apiGroup())
        .text("kind", resource.kind())
        .text("name", resource.name());
  }
}
