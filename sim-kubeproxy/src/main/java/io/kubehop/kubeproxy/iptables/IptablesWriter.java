package io.kubehop.kubeproxy.iptables;

import com.google.common.collect.Interner;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.netfilter.ruleset.RuleBlock;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.kubeproxy.config.ProxySettings;
import io.kubehop.kubeproxy.services.EndpointCategories;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import io.kubehop.kubeproxy.sync.BlockWriter;
import io.kubehop.kubeproxy.sync.Circumstances;
import java.util.List;

/** Writes Service ports as blocks of iptables rules; equal blocks are one object. */
final class IptablesWriter implements BlockWriter<Ruleset, RuleBlock> {
  private final ProxySettings settings;
  private final List<IpAddress> nodePortAddresses;
  private final Interner<RuleBlock> blocks;

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
    CaptureRules.write(plan, block);
    TrafficRules.write(plan, block);
    EndpointRules.write(plan, block);
    return blocks.intern(block.build());
  }

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
