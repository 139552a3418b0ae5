package io.kubehop.service.load;

import io.kubehop.service.api.EndpointAddress;
import io.kubehop.service.api.EndpointSubset;
import io.kubehop.service.api.Endpoints;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.source.Fields;
import java.util.List;

/** Reads and writes Endpoints. */
final class EndpointsCodec {
  private EndpointsCodec() {}

  static Endpoints decode(ObjectMeta meta, Fields fields) {
    return new Endpoints(
        meta, fields.objects("subsets").stream().map(EndpointsCodec::subset).toList());
  }

  static void encode(Endpoints endpoints, TreeBuilder tree) {
    tree.list("subsets", endpoints.subsets(), EndpointsCodec::encodeSubset);
  }

  private static EndpointSubset subset(Fields fields) {
    return new EndpointSubset(
        addresses(fields, "addresses"),
        addresses(fields, "notReadyAddresses"),
        EndpointSliceCodec.ports(fields));
  }

  private static List<EndpointAddress> addresses(Fields fields, String name) {
    return fields.objects(name).stream()
        .map(
            address ->
                new EndpointAddress(
                    address.text("ip", ""),
                    address.text("hostname", ""),
                    address.optionalText("nodeName"),
                    address.optionalObject("targetRef").map(MetadataCodec::reference)))
        .toList();
  }

  private static TreeBuilder encodeSubset(EndpointSubset subset) {
    return new TreeBuilder()
        .list("addresses", subset.addresses(), EndpointsCodec::encodeAddress)
        .list("notReadyAddresses", subset.notReadyAddresses(), EndpointsCodec::encodeAddress)
        .list("ports", subset.ports(), EndpointSliceCodec::encodePort);
  }

  private static TreeBuilder encodeAddress(EndpointAddress address) {
    return new TreeBuilder()
        .text("ip", address.ip())
        .text("hostname", address.hostname())
        .optional("nodeName", address.nodeName())
        .optionalObject("targetRef", address.targetRef(), MetadataCodec::encodeReference);
  }
}
