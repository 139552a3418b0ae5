package io.kubehop.dns.coredns;

import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Plugin;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.chain.StartingPlugin;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.corefile.Finding;
import io.kubehop.dns.corefile.ServerBlock;
import io.kubehop.dns.kubernetes.ClusterView;
import io.kubehop.dns.kubernetes.K8sExternal;
import io.kubehop.dns.kubernetes.Kubernetes;
import io.kubehop.dns.plugins.Autopath;
import io.kubehop.dns.plugins.Cache;
import io.kubehop.dns.plugins.Dns64;
import io.kubehop.dns.plugins.Hosts;
import io.kubehop.dns.plugins.Loadbalance;
import io.kubehop.dns.plugins.Log;
import io.kubehop.dns.plugins.Loop;
import io.kubehop.dns.plugins.Minimal;
import io.kubehop.dns.plugins.Once;
import io.kubehop.dns.plugins.Template;
import io.kubehop.dns.plugins.file.File;
import io.kubehop.dns.plugins.forward.Forward;
import io.kubehop.dns.plugins.rewrite.Rewrite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sets up the plugins of one server block, in the fixed order of the server. */
final class PluginChain {
  private final ServerBlock block;
  private final Site site;
  private final ClusterView view;
  private final boolean knowsExternalNames;
  private final Consumer<String> fatal;
  private final List<Plugin> plugins = new ArrayList<>();
  private @Nullable Kubernetes kubernetes;

  PluginChain(
      ServerBlock block,
      Site site,
      ClusterView view,
      boolean knowsExternalNames,
      Consumer<String> fatal) {
    this.block = block;
    this.site = site;
    this.view = view;
    this.knowsExternalNames = knowsExternalNames;
    this.fatal = fatal;
  }

  void setUp() {
    block.directives().forEach(this::check);
    List<Directive> cluster = named("kubernetes");
    if (!cluster.isEmpty()) {
      kubernetes = Kubernetes.of(Once.of(cluster), site, view, knowsExternalNames);
    }
    for (String name : PluginNames.inChain()) {
      List<Directive> directives = named(name);
      if (!directives.isEmpty()) {
        add(name, directives);
      }
    }
    if (!plugins.isEmpty()) {
      plugins.add(0, new Log(site.host()));
    }
  }

  private void check(Directive directive) {
    String name = directive.name();
    if (PluginNames.isNotModelled(name)) {
      site.findings()
          .accept(new Finding(directive.line(), "directive '" + name + "' is not modelled"));
    } else if (!PluginNames.isWithoutEffect(name) && !PluginNames.inChain().contains(name)) {
      throw directive.error("Unknown directive '" + name + "'");
    }
  }

  private List<Directive> named(String name) {
    return block.directives().stream().filter(d -> d.name().equals(name)).toList();
  }

  private void add(String name, List<Directive> directives) {
    switch (name) {
      case "dns64" -> plugins.add(Dns64.of(directives, site));
      case "loadbalance" -> plugins.add(Loadbalance.of(directives, site));
      case "rewrite" -> plugins.add(Rewrite.of(directives, site));
      case "autopath" -> plugins.add(autopath(directives));
      case "cache" -> plugins.add(Cache.of(directives, site));
      case "minimal" -> plugins.add(new Minimal());
      case "template" -> plugins.add(Template.of(directives, site));
      case "hosts" -> plugins.add(Hosts.of(directives, site));
      case "k8s_external" -> plugins.add(external(directives));
      case "kubernetes" -> addKubernetes();
      case "file" -> plugins.add(File.of(directives, site));
      case "loop" -> plugins.add(Loop.of(directives, site, fatal));
      default -> plugins.addAll(Forward.of(directives, site));
    }
  }

  private void addKubernetes() {
    if (kubernetes != null) {
      plugins.add(kubernetes);
    }
  }

  private Plugin autopath(List<Directive> directives) {
    Kubernetes known = kubernetes;
    return Autopath.of(
        directives, site, query -> known == null ? List.of() : known.searchListFor(query));
  }

  private Plugin external(List<Directive> directives) {
    Directive directive = directives.get(directives.size() - 1);
    if (kubernetes == null) {
      throw directive.error("kubernetes plugin not loaded");
    }
    return K8sExternal.of(directive, site, kubernetes);
  }

  Chain chain() {
    return Chain.of(plugins);
  }

  /** Whether questions of other classes than the Internet's are taken at all. */
  boolean takesOtherClasses() {
    return !named("forward").isEmpty();
  }

  List<StartingPlugin> starting() {
    List<StartingPlugin> starting = new ArrayList<>();
    for (Plugin plugin : plugins) {
      if (plugin instanceof StartingPlugin one) {
        starting.add(one);
      }
    }
    return starting;
  }
}
