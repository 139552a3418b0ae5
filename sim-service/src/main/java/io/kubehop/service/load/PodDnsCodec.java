package io.kubehop.service.load;

import io.kubehop.service.api.HostAlias;
import io.kubehop.service.api.PodDNSConfig;
import io.kubehop.service.api.PodDNSConfigOption;
import io.kubehop.service.source.Fields;

/** Reads and writes what a Pod says of its resolver. */
final class PodDnsCodec {
  private PodDnsCodec() {}

  static PodDNSConfig decode(Fields fields) {
    return new PodDNSConfig(
        fields.texts("nameservers"),
        fields.texts("searches"),
        fields.objects("options").stream()
            .map(
                option ->
                    new PodDNSConfigOption(option.text("name", ""), option.optionalText("value")))
            .toList());
  }

  static TreeBuilder encode(PodDNSConfig config) {
    return new TreeBuilder()
        .texts("nameservers", config.nameservers())
        .texts("searches", config.searches())
        .list(
            "options",
            config.options(),
            option ->
                new TreeBuilder().text("name", option.name()).optional("value", option.value()));
  }

  static HostAlias hostAlias(Fields fields) {
    return new HostAlias(fields.text("ip", ""), fields.texts("hostnames"));
  }

  static TreeBuilder encodeHostAlias(HostAlias alias) {
    return new TreeBuilder().text("ip", alias.ip()).texts("hostnames", alias.hostnames());
  }
}
