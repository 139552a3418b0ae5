package io.kubehop.scenarios.file;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.file.NodeEntry.Capture;
import io.kubehop.scenarios.file.NodeEntry.CapturedText;
import io.kubehop.scenarios.file.NodeEntry.ResolvConf;
import io.kubehop.scenarios.format.Field;
import io.kubehop.scenarios.format.FieldList;
import io.kubehop.scenarios.format.ObjectShape;
import io.kubehop.scenarios.format.Reading;
import io.kubehop.scenarios.format.Shape;
import io.kubehop.scenarios.format.Shapes;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.load.ObjectDecoder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The fields of a node in short form. */
final class NodeShape {
  static final Shape<ProxyMode> PROXY_MODE = Texts.choice(ProxyMode.class, ProxyMode::toString);

  private static final Shape<KubeProxyConfiguration> KUBE_PROXY =
      Shapes.of(
          value -> Optional.of(ObjectDecoder.decodeKubeProxyConfiguration(value)),
          Shapes.MAPPING.schema());

  private static final ObjectShape<ResolvConf> RESOLV_CONF =
      ObjectShape.of(
          "A resolver configuration.",
          fields -> {
            Field<List<String>> search =
                fields.optional("search", Shapes.TEXT.list(), List.of(), "The search list.");
            Field<List<IpAddress>> nameservers =
                fields.optional("nameservers", Texts.ADDRESS.list(), List.of(), "Whom to ask.");
            Field<List<String>> options =
                fields.optional("options", Shapes.TEXT.list(), List.of(), "Such as ndots:1.");
            return read ->
                new ResolvConf(read.get(search), read.get(nameservers), read.get(options));
          });

  static final ObjectShape<NodeEntry> NODE =
      ObjectShape.of(
          "A Node in short form.",
          fields -> {
            Field<String> name = fields.required("name", Shapes.TEXT, "Its name.");
            Field<List<IpAddress>> addresses =
                fields.optional(
                    "addresses",
                    Texts.ADDRESS.list(),
                    List.of(),
                    "Its InternalIPs; the first is the primary one. Default: free ones.");
            Field<List<Cidr>> podCIDRs =
                fields.optional(
                    "podCIDRs",
                    Texts.CIDR.list(),
                    List.of(),
                    "The networks that its Pods are in. Default: the next free ones.");
            Field<Map<String, String>> labels =
                fields.optional(
                    "labels", Shapes.map(Shapes.TEXT), ImmutableMap.of(), "Its labels.");
            Field<Optional<ProxyMode>> proxyMode =
                fields.optional(
                    "proxyMode", PROXY_MODE, "How kube-proxy works here. Default: the cluster's.");
            Field<Optional<KubeProxyConfiguration>> kubeProxy =
                fields.optional(
                    "kubeProxy",
                    KUBE_PROXY,
                    "Fields of KubeProxyConfiguration for this node alone.");
            Function<Reading, Map<Capture, CapturedText>> captures = captures(fields);
            Field<ResolvConf> resolvConf =
                fields.optional(
                    "resolvConf",
                    RESOLV_CONF,
                    ResolvConf.EMPTY,
                    "The node's own resolv.conf. Default: no search list.");
            Field<Map<String, Integer>> sysctls =
                fields.optional(
                    "sysctls",
                    Shapes.map(Shapes.integer(Integer.MIN_VALUE, Integer.MAX_VALUE)),
                    ImmutableMap.of(),
                    "Kernel settings, such as net.ipv4.conf.all.route_localnet.");
            return read ->
                new NodeEntry(
                    read.get(name),
                    read.get(addresses),
                    read.get(podCIDRs),
                    read.get(labels),
                    read.get(proxyMode),
                    read.get(kubeProxy),
                    captures.apply(read),
                    read.get(resolvConf),
                    read.get(sysctls));
          });

  private NodeShape() {}

  private static Function<Reading, Map<Capture, CapturedText>> captures(FieldList fields) {
    Map<Capture, Field<Optional<CapturedText>>> keys = new EnumMap<>(Capture.class);
    for (Capture capture : Capture.values()) {
      keys.put(
          capture,
          fields.optional(
              capture.field(),
              FileShapes.CAPTURE,
              "File with the captured output of `"
                  + capture.command()
                  + "`, used in place of what kube-proxy would have programmed."));
    }
    return read -> {
      Map<Capture, CapturedText> captures = new EnumMap<>(Capture.class);
      keys.forEach((capture, key) -> read.get(key).ifPresent(text -> captures.put(capture, text)));
      return captures;
    };
  }
}
