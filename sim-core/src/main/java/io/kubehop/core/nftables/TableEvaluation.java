package io.kubehop.core.nftables;

import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.nftables.evaluation.Action;
import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.evaluation.StateCell;
import io.kubehop.core.nftables.evaluation.StateSite;
import io.kubehop.core.nftables.set.DynamicSet;
import io.kubehop.core.nftables.set.NftSet;
import io.kubehop.core.nftables.set.SetElement;
import io.kubehop.core.nftables.value.Key;
import org.jspecify.annotations.Nullable;

/** A packet in front of one table of a host. */
final class TableEvaluation extends Evaluation {
  private final NftHost host;
  private NftTable table = NftTable.of(TableFamily.IP, "");
  private NftReport report = NftReport.SILENT;

  TableEvaluation(NftHost host) {
    super(host);
    this.host = host;
  }

  void begin(NftTable newTable, Skb newSkb, NftReport newReport) {
    begin(newSkb);
    table = newTable;
    report = newReport;
  }

  NftTable table() {
    return table;
  }

  NftReport report() {
    return report;
  }

  @Override
  public @Nullable SetElement find(String name, Key key) {
    DynamicSet dynamic = host.nftState().dynamicSet(table, name);
    if (dynamic != null) {
      return dynamic.find(key, host.now());
    }
    NftSet set = table.set(name);
    if (set == null) {
      undecided("set or map `" + name + "` is not modelled");
      return SetElement.UNKNOWN;
    }
    return set.elements().find(key);
  }

  @Override
  public @Nullable DynamicSet changingSet(String name) {
    return host.nftState().changingSet(table, name, host.now());
  }

  @Override
  public @Nullable Action object(String kind, String name) {
    NftObject object = table.object(kind, name);
    return object == null ? null : object.behaviour();
  }

  @Override
  public StateCell cell(StateSite site, long first, long second) {
    return host.nftState().cell(site, first, second);
  }

  @Override
  public void foundIn(String map) {
    report.foundIn(map);
  }
}
