/**
 * The machine: time, packets, hosts, netfilter, connection tracking. It knows nothing of
 * Kubernetes.
 *
 * <p>It is a named module because its sealed families (matches, targets) span packages, which Java
 * allows only inside one.
 */
module io.kubehop.core {
  requires com.google.common;
  requires static transitive org.jspecify;

  exports io.kubehop.core.app;
  exports io.kubehop.core.conntrack;
  exports io.kubehop.core.host;
  exports io.kubehop.core.ipset;
  exports io.kubehop.core.ipvs;
  exports io.kubehop.core.ipvs.scheduler;
  exports io.kubehop.core.http;
  exports io.kubehop.core.ipvs.text;
  exports io.kubehop.core.net;
  exports io.kubehop.core.netfilter;
  exports io.kubehop.core.netfilter.matches;
  exports io.kubehop.core.netfilter.rule;
  exports io.kubehop.core.netfilter.ruleset;
  exports io.kubehop.core.netfilter.syntax;
  exports io.kubehop.core.netfilter.targets;
  exports io.kubehop.core.netfilter.text;
  exports io.kubehop.core.nftables;
  exports io.kubehop.core.nftables.evaluation;
  exports io.kubehop.core.nftables.expression;
  exports io.kubehop.core.nftables.set;
  exports io.kubehop.core.nftables.statement;
  exports io.kubehop.core.nftables.text;
  exports io.kubehop.core.nftables.value;
  exports io.kubehop.core.resolver;
  exports io.kubehop.core.time;
  exports io.kubehop.core.trace;
}
