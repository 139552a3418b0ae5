package io.kubehop.service.load;

import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import io.kubehop.service.api.ServiceStatus;
import io.kubehop.service.source.Fields;
import java.util.Optional;

/** Reads and writes Services. */
final class ServiceCodec {
  private ServiceCodec() {}

  static Service decode(ObjectMeta meta, Fields fields) {
    return new Service(meta, spec(fields.object("spec")), status(fields.object("status")));
  }

  static void encode(Service service, TreeBuilder tree) {
    tree.object("spec", encodeSpec(service.spec()));
    tree.object(
        "status",
        new TreeBuilder()
            .object("loadBalancer", LoadBalancerCodec.encode(service.status().loadBalancer()))
            .list("conditions", service.status().conditions(), MetadataCodec::encodeCondition));
  }

  private static ServiceSpec spec(Fields fields) {
    return ServiceSpec.builder()
        .type(fields.text("type", "ClusterIP"))
        .clusterIP(fields.text("clusterIP", ""))
        .clusterIPs(fields.texts("clusterIPs"))
        .ipFamilies(fields.texts("ipFamilies"))
        .ipFamilyPolicy(fields.optionalText("ipFamilyPolicy"))
        .ports(fields.objects("ports").stream().map(ServiceCodec::port).toList())
        .selector(fields.textMap("selector"))
        .sessionAffinity(fields.text("sessionAffinity", "None"))
        .sessionAffinityTimeoutSeconds(
            fields
                .object("sessionAffinityConfig")
                .object("clientIP")
                .optionalInteger("timeoutSeconds"))
        .externalIPs(fields.texts("externalIPs"))
        .externalName(fields.text("externalName", ""))
        .internalTrafficPolicy(fields.optionalText("internalTrafficPolicy"))
        .externalTrafficPolicy(fields.optionalText("externalTrafficPolicy"))
        .healthCheckNodePort(fields.integer("healthCheckNodePort", 0))
        .loadBalancerIP(fields.text("loadBalancerIP", ""))
        .loadBalancerSourceRanges(fields.texts("loadBalancerSourceRanges"))
        .loadBalancerClass(fields.optionalText("loadBalancerClass"))
        .allocateLoadBalancerNodePorts(fields.optionalFlag("allocateLoadBalancerNodePorts"))
        .publishNotReadyAddresses(fields.flag("publishNotReadyAddresses", false))
        .trafficDistribution(fields.optionalText("trafficDistribution"))
        .build();
  }

  private static ServicePort port(Fields fields) {
    int port = fields.integer("port", 0);
    return new ServicePort(
        fields.text("name", ""),
        fields.text("protocol", "TCP"),
        fields.optionalText("appProtocol"),
        port,
        targetPort(fields).orElse(IntOrString.of(port)),
        fields.integer("nodePort", 0));
  }

  /** Both 0 and the empty text stand for the port itself (core/v1 SetDefaults_Service). */
  private static Optional<IntOrString> targetPort(Fields fields) {
    return PortCodec.optional(fields, "targetPort")
        .filter(target -> !target.equals(IntOrString.of(0)) && !target.equals(IntOrString.of("")));
  }

  private static ServiceStatus status(Fields fields) {
    return new ServiceStatus(
        LoadBalancerCodec.decode(fields.object("loadBalancer")), MetadataCodec.conditions(fields));
  }

  private static TreeBuilder encodeSpec(ServiceSpec spec) {
    return new TreeBuilder()
        .text("type", spec.type())
        .text("clusterIP", spec.clusterIP())
        .texts("clusterIPs", spec.clusterIPs())
        .texts("ipFamilies", spec.ipFamilies())
        .optional("ipFamilyPolicy", spec.ipFamilyPolicy())
        .list("ports", spec.ports(), ServiceCodec::encodePort)
        .textMap("selector", spec.selector())
        .text("sessionAffinity", spec.sessionAffinity())
        .object(
            "sessionAffinityConfig",
            new TreeBuilder()
                .object(
                    "clientIP",
                    new TreeBuilder()
                        .optional("timeoutSeconds", spec.sessionAffinityTimeoutSeconds())))
        .texts("externalIPs", spec.externalIPs())
        .text("externalName", spec.externalName())
        .optional("internalTrafficPolicy", spec.internalTrafficPolicy())
        .optional("externalTrafficPolicy", spec.externalTrafficPolicy())
        .unlessZero("healthCheckNodePort", spec.healthCheckNodePort())
        .text("loadBalancerIP", spec.loadBalancerIP())
        .texts("loadBalancerSourceRanges", spec.loadBalancerSourceRanges())
        .optional("loadBalancerClass", spec.loadBalancerClass())
        .optional("allocateLoadBalancerNodePorts", spec.allocateLoadBalancerNodePorts())
        .ifTrue("publishNotReadyAddresses", spec.publishNotReadyAddresses())
        .optional("trafficDistribution", spec.trafficDistribution());
  }

  private static TreeBuilder encodePort(ServicePort port) {
    return new TreeBuilder()
        .text("name", port.name())
        .text("protocol", port.protocol())
        .optional("appProtocol", port.appProtocol())
        .number("port", port.port())
        .value("targetPort", port.targetPort())
        .unlessZero("nodePort", port.nodePort());
  }
}
