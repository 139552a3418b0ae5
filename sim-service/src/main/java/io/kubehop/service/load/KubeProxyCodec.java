package io.kubehop.service.load;

import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.api.KubeProxyIPTablesConfiguration;
import io.kubehop.service.api.KubeProxyIPVSConfiguration;
import io.kubehop.service.api.KubeProxyNFTablesConfiguration;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.source.Fields;
import java.util.List;
import java.util.Optional;

/** Reads and writes configurations of kube-proxy. */
final class KubeProxyCodec {
  private KubeProxyCodec() {}

  static KubeProxyConfiguration decode(ObjectMeta meta, Fields fields) {
    Fields detectLocal = fields.object("detectLocal");
    return new KubeProxyConfiguration(
        meta,
        fields.optionalText("mode"),
        fields.optionalText("clusterCIDR"),
        fields.optionalText("detectLocalMode"),
        detectLocal.optionalText("bridgeInterface"),
        detectLocal.optionalText("interfaceNamePrefix"),
        optionalTexts(fields, "nodePortAddresses"),
        iptables(fields.object("iptables")),
        ipvs(fields.object("ipvs")),
        nftables(fields.object("nftables")));
  }

  private static Optional<List<String>> optionalTexts(Fields fields, String name) {
    return fields.optional(name).map(value -> fields.texts(name));
  }

  private static KubeProxyIPTablesConfiguration iptables(Fields fields) {
    return new KubeProxyIPTablesConfiguration(
        fields.optionalInteger("masqueradeBit"),
        fields.optionalFlag("masqueradeAll"),
        fields.optionalFlag("localhostNodePorts"),
        fields.optionalDuration("syncPeriod"),
        fields.optionalDuration("minSyncPeriod"));
  }

  private static KubeProxyIPVSConfiguration ipvs(Fields fields) {
    return new KubeProxyIPVSConfiguration(
        fields.optionalDuration("syncPeriod"),
        fields.optionalDuration("minSyncPeriod"),
        fields.optionalText("scheduler"),
        optionalTexts(fields, "excludeCIDRs"),
        fields.optionalFlag("strictARP"),
        fields.optionalDuration("tcpTimeout"),
        fields.optionalDuration("tcpFinTimeout"),
        fields.optionalDuration("udpTimeout"));
  }

  private static KubeProxyNFTablesConfiguration nftables(Fields fields) {
    return new KubeProxyNFTablesConfiguration(
        fields.optionalInteger("masqueradeBit"),
        fields.optionalFlag("masqueradeAll"),
        fields.optionalDuration("syncPeriod"),
        fields.optionalDuration("minSyncPeriod"));
  }

  static void encode(KubeProxyConfiguration configuration, TreeBuilder tree) {
    tree.optional("mode", configuration.mode())
        .optional("clusterCIDR", configuration.clusterCIDR())
        .optional("detectLocalMode", configuration.detectLocalMode())
        .object(
            "detectLocal",
            new TreeBuilder()
                .optional("bridgeInterface", configuration.bridgeInterface())
                .optional("interfaceNamePrefix", configuration.interfaceNamePrefix()))
        .optional("nodePortAddresses", configuration.nodePortAddresses())
        .object("iptables", encodeIptables(configuration.iptables()))
        .object("ipvs", encodeIpvs(configuration.ipvs()))
        .object("nftables", encodeNftables(configuration.nftables()));
  }

  private static TreeBuilder encodeIptables(KubeProxyIPTablesConfiguration iptables) {
    return new TreeBuilder()
        .optional("masqueradeBit", iptables.masqueradeBit())
        .optional("masqueradeAll", iptables.masqueradeAll())
        .optional("localhostNodePorts", iptables.localhostNodePorts())
        .optional("syncPeriod", iptables.syncPeriod())
        .optional("minSyncPeriod", iptables.minSyncPeriod());
  }

  private static TreeBuilder encodeIpvs(KubeProxyIPVSConfiguration ipvs) {
    return new TreeBuilder()
        .optional("syncPeriod", ipvs.syncPeriod())
        .optional("minSyncPeriod", ipvs.minSyncPeriod())
        .optional("scheduler", ipvs.scheduler())
        .optional("excludeCIDRs", ipvs.excludeCIDRs())
        .optional("strictARP", ipvs.strictARP())
        .optional("tcpTimeout", ipvs.tcpTimeout())
        .optional("tcpFinTimeout", ipvs.tcpFinTimeout())
        .optional("udpTimeout", ipvs.udpTimeout());
  }

  private static TreeBuilder encodeNftables(KubeProxyNFTablesConfiguration nftables) {
    return new TreeBuilder()
        .optional("masqueradeBit", nftables.masqueradeBit())
        .optional("masqueradeAll", nftables.masqueradeAll())
        .optional("syncPeriod", nftables.syncPeriod())
        .optional("minSyncPeriod", nftables.minSyncPeriod());
  }
}
