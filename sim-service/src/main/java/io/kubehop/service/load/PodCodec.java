package io.kubehop.service.load;

import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodSpec;
import io.kubehop.service.api.PodStatus;
import io.kubehop.service.api.PodTemplateSpec;
import io.kubehop.service.source.Fields;
import java.util.List;

/** Reads and writes Pods and templates of Pods. */
final class PodCodec {
  private PodCodec() {}

  static Pod decode(ObjectMeta meta, Fields fields) {
    return new Pod(meta, spec(fields.object("spec")), status(fields.object("status")));
  }

  static void encode(Pod pod, TreeBuilder tree) {
    tree.object("spec", encodeSpec(pod.spec())).object("status", encodeStatus(pod.status()));
  }

  static PodTemplateSpec template(Fields fields) {
    return new PodTemplateSpec(
        MetadataCodec.decode(fields.object("metadata")), spec(fields.object("spec")));
  }

  static TreeBuilder encodeTemplate(PodTemplateSpec template) {
    return new TreeBuilder()
        .object("metadata", MetadataCodec.encode(template.metadata()))
        .object("spec", encodeSpec(template.spec()));
  }

  private static PodSpec spec(Fields fields) {
    return PodSpec.builder()
        .nodeName(fields.text("nodeName", ""))
        .hostNetwork(fields.flag("hostNetwork", false))
        .hostname(fields.text("hostname", ""))
        .subdomain(fields.text("subdomain", ""))
        .containers(fields.objects("containers").stream().map(ContainerCodec::decode).toList())
        .initContainers(
            fields.objects("initContainers").stream().map(ContainerCodec::decode).toList())
        .restartPolicy(fields.text("restartPolicy", "Always"))
        .terminationGracePeriodSeconds(
            fields.optionalLong("terminationGracePeriodSeconds").orElse(30L))
        .readinessGates(
            fields.objects("readinessGates").stream()
                .map(gate -> gate.text("conditionType", ""))
                .toList())
        .nodeSelector(fields.textMap("nodeSelector"))
        .requiredNodeAffinity(PodPlacementCodec.requiredNodeAffinity(fields))
        .tolerations(
            fields.objects("tolerations").stream().map(PodPlacementCodec::toleration).toList())
        .topologySpreadConstraints(
            fields.objects("topologySpreadConstraints").stream()
                .map(PodPlacementCodec::spread)
                .toList())
        .dnsPolicy(fields.text("dnsPolicy", "ClusterFirst"))
        .dnsConfig(fields.optionalObject("dnsConfig").map(PodDnsCodec::decode))
        .hostAliases(fields.objects("hostAliases").stream().map(PodDnsCodec::hostAlias).toList())
        .build();
  }

  private static TreeBuilder encodeSpec(PodSpec spec) {
    return new TreeBuilder()
        .text("nodeName", spec.nodeName())
        .ifTrue("hostNetwork", spec.hostNetwork())
        .text("hostname", spec.hostname())
        .text("subdomain", spec.subdomain())
        .list("containers", spec.containers(), ContainerCodec::encode)
        .list("initContainers", spec.initContainers(), ContainerCodec::encode)
        .text("restartPolicy", spec.restartPolicy())
        .number("terminationGracePeriodSeconds", spec.terminationGracePeriodSeconds())
        .list(
            "readinessGates",
            spec.readinessGates(),
            gate -> new TreeBuilder().text("conditionType", gate))
        .textMap("nodeSelector", spec.nodeSelector())
        .object("affinity", PodPlacementCodec.encodeAffinity(spec))
        .list("tolerations", spec.tolerations(), PodPlacementCodec::encodeToleration)
        .list(
            "topologySpreadConstraints",
            spec.topologySpreadConstraints(),
            PodPlacementCodec::encodeSpread)
        .text("dnsPolicy", spec.dnsPolicy())
        .optionalObject("dnsConfig", spec.dnsConfig(), PodDnsCodec::encode)
        .list("hostAliases", spec.hostAliases(), PodDnsCodec::encodeHostAlias);
  }

  private static PodStatus status(Fields fields) {
    return new PodStatus(
        fields.text("phase", ""),
        addresses(fields, "podIPs", "podIP"),
        addresses(fields, "hostIPs", "hostIP"),
        MetadataCodec.conditions(fields),
        MetadataCodec.time(fields, "startTime"));
  }

  private static List<String> addresses(Fields fields, String several, String one) {
    List<String> all =
        fields.objects(several).stream().map(address -> address.text("ip", "")).toList();
    return all.isEmpty() ? fields.optionalText(one).stream().toList() : all;
  }

  private static TreeBuilder encodeStatus(PodStatus status) {
    return new TreeBuilder()
        .text("phase", status.phase())
        .text("podIP", status.podIP())
        .list("podIPs", status.podIPs(), ip -> new TreeBuilder().text("ip", ip))
        .text("hostIP", status.hostIP())
        .list("hostIPs", status.hostIPs(), ip -> new TreeBuilder().text("ip", ip))
        .list("conditions", status.conditions(), MetadataCodec::encodeCondition)
        .optional("startTime", status.startTime());
  }
}
