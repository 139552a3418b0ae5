package io.kubehop.core.host;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.nftables.BaseChain;
import io.kubehop.core.nftables.ChainType;
import io.kubehop.core.nftables.NftChain;
import io.kubehop.core.nftables.NftTable;
import io.kubehop.core.nftables.TableFamily;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The base chains of nftables that packets of one address family meet, last registered first. */
final class NftHooks {
  // Ingress comes before, and egress behind everything else at the nearest of the five hooks.
  private static final int INGRESS = Integer.MIN_VALUE / 2;
  private static final int EGRESS = Integer.MAX_VALUE / 2;

  private final Host host;
  private final HostRuleContext context;
  private final List<Place> places = new ArrayList<>();

  /** A base chain and where it stands. */
  private record Place(Hook hook, ChainType type, NftHook function) {}

  NftHooks(Host host, HostRuleContext context, IpFamily family) {
    this.host = host;
    this.context = context;
    for (NftTable table : host.firewall().nftRuleset().tables()) {
      boolean seen = table.family().sees(family) || table.family() == TableFamily.NETDEV;
      if (seen && !table.isDormant()) {
        addChains(table);
      }
    }
    Collections.reverse(places);
  }

  private void addChains(NftTable table) {
    for (NftChain chain : table.chains()) {
      BaseChain base = chain.base();
      if (base != null) {
        places.add(place(table, chain, base));
      }
    }
  }

  private Place place(NftTable table, NftChain chain, BaseChain base) {
    Hook hook = base.netfilterHook();
    boolean ingress = base.hook().equals("ingress");
    int offset = hook != null ? 0 : ingress ? INGRESS : EGRESS;
    NftHook function =
        new NftHook(
            host,
            context,
            table.key(),
            chain.name(),
            base.priority() + offset,
            base.type() == ChainType.ROUTE,
            ingress ? base.devices() : List.of(),
            hook == null && !ingress ? base.devices() : List.of());
    Hook at = hook != null ? hook : ingress ? Hook.PREROUTING : Hook.POSTROUTING;
    return new Place(at, base.type(), function);
  }

  /**
   * Adds the chains that do not translate, and runs {@code addNat} where the first chain that
   * translates was registered: the kernel's own function for NAT is registered with it.
   */
  void addTo(Hooks.Builder builder, Runnable addNat) {
    int firstNat = -1;
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).type == ChainType.NAT) {
        firstNat = i;
      }
    }
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      if (place.type != ChainType.NAT) {
        builder.add(place.hook, place.function);
      } else if (i == firstNat) {
        addNat.run();
      }
    }
  }

  /** The chains that translate at a hook. */
  List<NftHook> natChains(Hook hook) {
    return places.stream()
        .filter(place -> place.type == ChainType.NAT && place.hook == hook)
        .map(Place::function)
        .toList();
  }
}
