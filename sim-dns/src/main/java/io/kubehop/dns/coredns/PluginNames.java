package io.kubehop.dns.coredns;

import java.util.List;

/** The directives that CoreDNS knows, in the order in which it runs them (plugin.cfg, 1.14). */
public final class PluginNames {
  /** Directives that change no answer here: they observe, or tune what takes no time. */
  private static final List<String> WITHOUT_EFFECT =
      List.of(
          "metadata",
          "cancel",
          "timeouts",
          "multisocket",
          "reload",
          "bufsize",
          "debug",
          "trace",
          "ready",
          "health",
          "pprof",
          "prometheus",
          "errors",
          "log",
          "dnstap",
          "local",
          "bind");

  private static final List<String> MODELLED =
      List.of(
          "dns64",
          "loadbalance",
          "rewrite",
          "autopath",
          "cache",
          "minimal",
          "template",
          "hosts",
          "k8s_external",
          "kubernetes",
          "file",
          "loop",
          "forward");

  private static final List<String> NOT_MODELLED =
      List.of(
          "root",
          "geoip",
          "proxyproto",
          "quic",
          "grpc_server",
          "https",
          "https3",
          "nsid",
          "shed",
          "any",
          "chaos",
          "tsig",
          "acl",
          "header",
          "dnssec",
          "tls",
          "transfer",
          "route53",
          "azure",
          "clouddns",
          "auto",
          "secondary",
          "etcd",
          "grpc",
          "erratic",
          "whoami",
          "on",
          "sign",
          "view",
          "nomad");

  private PluginNames() {}

  /** Those that answer or change answers, in the order of the chain. */
  public static List<String> inChain() {
    return MODELLED;
  }

  /** Those that are taken and change no answer. */
  public static List<String> withoutEffect() {
    return WITHOUT_EFFECT;
  }

  /** Those whose effect is missing, which is reported. */
  public static List<String> notModelled() {
    return NOT_MODELLED;
  }

  static boolean isWithoutEffect(String name) {
    return WITHOUT_EFFECT.contains(name);
  }

  static boolean isNotModelled(String name) {
    return NOT_MODELLED.contains(name);
  }
}
