package io.kubehop.kubeproxy.iptables;

import com.google.common.collect.Interner;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.netfilter.ruleset.RuleBlock;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.kubeproxy.config.ProxySettings;
import io.kubehop.kubeproxy.services.EndpointCategories;
import io.kubehop.kubeproxy.services.ProxyEndpoint;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import io.kubehop.kubeproxy.sync.BlockWriter;
import io.kubehop.kubeproxy.sync.Circumstances;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes Service ports as blocks of iptables rules; equal blocks are one object. */
final class IptablesWriter implements BlockWriter<Ruleset, RuleBlock> {
  private final ProxySettings settings;
  private final List<IpAddress> nodePortAddresses;
  private final Interner<RuleBlock> blocks;

  /** Nodes ask for the same port one after another. */
  private @Nullable Foundation newest;

  IptablesWriter(
      ProxySettings settings, List<IpAddress> nodePortAddresses, Interner<RuleBlock> blocks) {
    this.settings = settings;
    this.nodePortAddresses = nodePortAddresses;
    this.blocks = blocks;
  }

  @Override
  public RuleBlock write(
      ServicePortInfo port, EndpointCategories endpoints, Circumstances circumstances) {
    PortPlan plan = new PortPlan(port, endpoints, circumstances, settings);
    RuleBlock.Builder block = RuleBlock.builder(plan.name);
    if (plan.usesClusterChain()) {
      block.over(foundation(plan));
    }
    CaptureRules.write(plan, block);
    TrafficRules.writeExternal(plan, block);
    if (plan.usesLocalChain()) {
      if (port.internalPolicyLocal()) {
        TrafficRules.writeInternal(plan, block);
      }
      EndpointRules.writeLocal(plan, block);
    }
    return blocks.intern(block.build());
  }

  /**
   * The choice among endpoints on all nodes: by far the most rules, and nearly everywhere equal.
   */
  private RuleBlock foundation(PortPlan plan) {
    FoundationKey key =
        new FoundationKey(plan.port, plan.endpoints.cluster(), plan.circumstances.largeCluster());
    Foundation known = newest;
    if (known == null || !known.key().equals(key)) {
      RuleBlock.Builder block = RuleBlock.builder(plan.name);
      if (!plan.port.internalPolicyLocal()) {
        TrafficRules.writeInternal(plan, block);
      }
      EndpointRules.writeCluster(plan, block);
      known = new Foundation(key, blocks.intern(block.build()));
      newest = known;
    }
    return known.block();
  }

  /** What a foundation depends on, beside the settings. */
  private record FoundationKey(
      ServicePortInfo port, List<ProxyEndpoint> cluster, boolean largeCluster) {}

  private record Foundation(FoundationKey key, RuleBlock block) {}

  @Override
  public Ruleset empty() {
    return BaseRules.of(settings, nodePortAddresses);
  }

  @Override
  public Ruleset with(Ruleset root, RuleBlock block) {
    return root.with(block);
  }

  @Override
  public Ruleset without(Ruleset root, ServicePortInfo port) {
    return root.without(port.name().toString());
  }
}
