package io.kubehop.core.nftables;

import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.nftables.value.Key;
import java.util.ArrayList;
import java.util.List;

/**
 * One packet on its way through the chains of one table: what expressions read and statements
 * change. Reused for every packet of a host.
 */
public final class Evaluation {
  private final NftHost host;
  private final List<Key> keys = new ArrayList<>();
  private int keysInUse;
  private Skb skb = new Skb();
  private NftTable table = NftTable.of(TableFamily.IP, "");
  private NftVerdict target = NftVerdict.CONTINUE;
  private NftReport report = NftReport.SILENT;
  private String reason = "";

  /** Makes one for the packets of a host. */
  public Evaluation(NftHost host) {
    this.host = host;
  }

  void begin(NftTable newTable, Skb newSkb, NftReport newReport) {
    table = newTable;
    skb = newSkb;
    report = newReport;
    keysInUse = 0;
  }

  /** The host. */
  public NftHost host() {
    return host;
  }

  /** The packet. */
  public Skb skb() {
    return skb;
  }

  /** Whether the packet is IPv4. */
  public boolean isV4() {
    return skb.packet().isV4();
  }

  /** The table whose rules look at the packet. */
  public NftTable table() {
    return table;
  }

  /** What listens. */
  public NftReport report() {
    return report;
  }

  /** An empty key to put a value together in; {@link #giveBack} it in reverse order. */
  public Key takeKey() {
    if (keysInUse == keys.size()) {
      keys.add(new Key());
    }
    return keys.get(keysInUse++).clear();
  }

  /** Gives the last key back. */
  public void giveBack() {
    keysInUse--;
  }

  /** Notes where a jump leads, and returns the verdict as a number. */
  public int take(NftVerdict verdict) {
    target = verdict;
    return verdict.code();
  }

  NftVerdict target() {
    return target;
  }

  /**
   * Something cannot be decided; that ends the walk.
   *
   * @param what the subject and what is the matter with it, such as {@code statement `queue` is not
   *     modelled}
   */
  public int undecided(String what) {
    reason = what;
    return NftVerdict.UNDECIDED;
  }

  String reason() {
    return reason;
  }
}
