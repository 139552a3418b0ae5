package io.kubehop.kubeproxy.nftables;

import com.google.common.collect.Interner;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.nftables.set.SetHeader;
import io.kubehop.kubeproxy.config.ProxySettings;
import io.kubehop.kubeproxy.services.EndpointCategories;
import io.kubehop.kubeproxy.services.PortTraffic;
import io.kubehop.kubeproxy.services.ProxyEndpoint;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import io.kubehop.kubeproxy.sync.BlockWriter;
import io.kubehop.kubeproxy.sync.Circumstances;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes Service ports as chains, sets and elements; equal chains are one object. */
final class NftablesWriter implements BlockWriter<NftablesRoot, NftablesBlock> {
  private final ProxySettings settings;
  private final List<IpAddress> nodePortAddresses;
  private final List<Cidr> serviceCIDRs;
  private final Words words;
  private final Interner<ChainText> texts;

  NftablesWriter(
      ProxySettings settings,
      List<IpAddress> nodePortAddresses,
      List<Cidr> serviceCIDRs,
      Interner<ChainText> texts) {
    this.settings = settings;
    this.nodePortAddresses = nodePortAddresses;
    this.serviceCIDRs = List.copyOf(serviceCIDRs);
    this.words = Words.of(settings.family());
    this.texts = texts;
  }

  @Override
  public NftablesBlock write(
      ServicePortInfo port, EndpointCategories endpoints, Circumstances circumstances) {
    PortTraffic traffic = new PortTraffic(port, endpoints);
    ChainNames names = ChainNames.of(port.name());
    ServiceChains service = new ServiceChains(traffic, settings, words, names);
    EndpointChains choice = new EndpointChains(port, words);
    List<ChainText> chains = new ArrayList<>();
    if (traffic.usesClusterChain()) {
      chains.add(choosing(names.cluster(), service, choice.choice(endpoints.cluster()), port));
    }
    if (traffic.usesLocalChain()) {
      chains.add(choosing(names.local(), service, choice.choice(endpoints.local()), port));
    }
    if (traffic.usesExternalChain()) {
      chains.add(text(names.external(), service.external(), port));
    }
    if (port.hasFirewall()) {
      chains.add(text(names.firewall(), service.firewall(circumstances), port));
    }
    List<SetHeader> affinity = new ArrayList<>();
    Stream.concat(endpoints.cluster().stream(), endpoints.onlyLocal().stream())
        .forEach(endpoint -> add(endpoint, choice, port, chains, affinity));
    return new NftablesBlock(
        port.name().toString(),
        chains,
        affinity,
        SharedEntries.of(traffic, names, service.internal()));
  }

  private void add(
      ProxyEndpoint endpoint,
      EndpointChains choice,
      ServicePortInfo port,
      List<ChainText> chains,
      List<SetHeader> affinity) {
    String chain = ChainNames.endpoint(port.name(), endpoint);
    chains.add(text(chain, choice.endpoint(endpoint), port));
    if (port.hasAffinity()) {
      affinity.add(choice.affinity(endpoint));
    }
  }

  private ChainText choosing(
      String chain, ServiceChains service, List<String> choice, ServicePortInfo port) {
    return text(
        chain, Stream.concat(service.headOf(chain).stream(), choice.stream()).toList(), port);
  }

  private ChainText text(String chain, List<String> rules, ServicePortInfo port) {
    String origin = "Service/" + port.name().namespace() + "/" + port.name().name();
    return texts.intern(new ChainText(words.tables(), chain, rules, origin));
  }

  @Override
  public NftablesRoot empty() {
    return NftablesRoot.of(BaseTable.of(settings, nodePortAddresses, serviceCIDRs));
  }

  @Override
  public NftablesRoot with(NftablesRoot root, NftablesBlock block) {
    return root.with(block);
  }

  @Override
  public NftablesRoot without(NftablesRoot root, ServicePortInfo port) {
    return root.without(port.name().toString());
  }
}
