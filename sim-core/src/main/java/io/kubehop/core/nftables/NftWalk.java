package io.kubehop.core.nftables;

import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Verdict;
import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.NftVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Walks a packet through a base chain and the chains that it leads to (nft_do_chain in
 * net/netfilter/nf_tables_core.c). Reused for every packet of a host; allocates nothing unless it
 * is recorded.
 */
public final class NftWalk {
  private static final int MOST_LINKS = 16;

  private final NftHost host;
  private @Nullable TableEvaluation idle;

  /** Makes one for the packets of a host. */
  public NftWalk(NftHost host) {
    this.host = host;
  }

  /**
   * Walks a packet through a base chain.
   *
   * @return {@code Verdict.ACCEPT}, {@code DROP} or {@code UNDECIDED}
   */
  public int evaluate(NftTable table, NftChain chain, Skb skb) {
    BaseChain base = chain.base();
    if (base == null) {
      throw new IllegalArgumentException(chain + " is no base chain");
    }
    // A rejection may send an answer through the same host before this walk is over.
    TableEvaluation at = idle == null ? new TableEvaluation(host) : idle;
    idle = null;
    at.begin(table, skb, NftReport.to(host.recorder(), table, skb.hook()));
    int result = walk(at, chain, 0);
    boolean byPolicy = result == NftVerdict.RETURNED;
    int verdict =
        switch (result) {
          case NftVerdict.RETURNED -> base.drops() ? Verdict.DROP : Verdict.ACCEPT;
          case NftVerdict.ACCEPTED -> Verdict.ACCEPT;
          case NftVerdict.DROPPED -> Verdict.DROP;
          default -> Verdict.UNDECIDED;
        };
    at.report().decided(verdict, byPolicy);
    idle = at;
    return verdict;
  }

  /** Returns RETURNED at the end of the chain, else the verdict. */
  private int walk(TableEvaluation at, NftChain chain, int depth) {
    NftReport report = at.report();
    report.entered(chain);
    int passedOver = 0;
    for (int i = 0; i < chain.rules().size(); i++) {
      int verdict = chain.rules().get(i).run(at);
      if (verdict == NftVerdict.BROKEN) {
        passedOver++;
        report.passedOver(chain, i);
        continue;
      }
      if (verdict == NftVerdict.UNDECIDED) {
        host.undecided(sentence(at, chain, i));
        return verdict;
      }
      if (!report.isSilent()) {
        report.matched(chain, i, effect(at, chain.rules().get(i), verdict));
      }
      if (verdict == NftVerdict.CONTINUED) {
        continue;
      }
      int after = follow(at, chain, i, verdict, depth);
      boolean ends = verdict != NftVerdict.JUMPED || after != NftVerdict.RETURNED;
      if (ends) {
        report.left(chain, passedOver);
        return after;
      }
    }
    report.left(chain, passedOver);
    return NftVerdict.RETURNED;
  }

  private int follow(TableEvaluation at, NftChain chain, int rule, int verdict, int depth) {
    if (verdict != NftVerdict.JUMPED && verdict != NftVerdict.GONE) {
      return verdict;
    }
    NftVerdict target = at.target();
    NftChain next =
        target.body() instanceof NftChain written ? written : at.table().chain(target.chain());
    if (next == null || depth == MOST_LINKS) {
      at.undecided(
          next == null
              ? "there is no chain `" + target.chain() + "`"
              : "chains lead on more than " + MOST_LINKS + " times");
      host.undecided(sentence(at, chain, rule));
      return NftVerdict.UNDECIDED;
    }
    return walk(at, next, depth + 1);
  }

  private static String sentence(TableEvaluation at, NftChain chain, int rule) {
    return "cannot decide: table "
        + at.table().key()
        + " chain "
        + chain.name()
        + " rule "
        + (rule + 1)
        + ": "
        + at.reason();
  }

  private static String effect(Evaluation at, NftRule rule, int verdict) {
    boolean leadsOn = verdict == NftVerdict.JUMPED || verdict == NftVerdict.GONE;
    return leadsOn ? at.target().text() : rule.effect(verdict);
  }
}
