package io.kubehop.core.nftables.statement;

import io.kubehop.core.conntrack.NatKind;
import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.expression.Expression;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.NftVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Translates the packet's connection: {@code dnat to 10.0.0.1:80}, {@code masquerade}
 * (net/netfilter/nft_nat.c, nft_masq.c, nft_redir.c). With it the nat chains of the hook are done.
 *
 * @param kind which translation
 * @param family {@code ip} or {@code ip6} if only such packets are translated, else empty
 * @param target to what
 * @param flags how addresses and ports are chosen
 */
public record Nat(Kind kind, String family, NatTarget target, NatFlags flags) implements Statement {

  /** The kinds of translation. */
  public enum Kind {
    /** The destination. */
    DNAT("dnat", NatKind.DESTINATION),
    /** The source. */
    SNAT("snat", NatKind.SOURCE),
    /** The source, to the host's own address. */
    MASQUERADE("masquerade", NatKind.SOURCE),
    /** The destination, to the host itself. */
    REDIRECT("redirect", NatKind.DESTINATION);

    private final String word;
    private final NatKind end;

    Kind(String word, NatKind end) {
      this.word = word;
      this.end = end;
    }

    /** The kind of a word that a rule begins a translation with. */
    public static Kind of(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      throw new IllegalArgumentException(word + " translates nothing");
    }
  }

  @Override
  public int run(Evaluation at) {
    if (!family.isEmpty() && family.equals("ip") != at.isV4()) {
      return NftVerdict.CONTINUED;
    }
    NatRange fixed = target.fixed();
    if (fixed != null) {
      return translate(at, fixed);
    }
    Key from = at.takeKey();
    Key to = at.takeKey();
    int loaded = target.load(at, from, to);
    int verdict =
        switch (loaded) {
          case Expression.LOADED -> translate(at, target.range(from, to, at.isV4(), flags));
          case Expression.ABSENT -> NftVerdict.BROKEN;
          default -> NftVerdict.UNDECIDED;
        };
    at.giveBack();
    at.giveBack();
    return verdict;
  }

  private int translate(Evaluation at, NatRange range) {
    boolean done;
    if (kind == Kind.MASQUERADE || kind == Kind.REDIRECT) {
      IpAddress own = kind == Kind.MASQUERADE ? at.host().masqueradeAddress(at.skb()) : self(at);
      done = own != null && at.host().translate(at.skb(), kind.end, range, own);
    } else {
      done = at.host().translate(at.skb(), kind.end, range);
    }
    return done ? NftVerdict.ACCEPTED : NftVerdict.DROPPED;
  }

  /** The loopback address for the host's own packets, else that of the incoming interface. */
  private static @Nullable IpAddress self(Evaluation at) {
    if (at.skb().hook() == Hook.OUTPUT) {
      return at.isV4() ? IpAddress.LOOPBACK_V4 : IpAddress.LOOPBACK_V6;
    }
    String device = at.skb().inDevice();
    return device == null ? null : at.host().firstAddress(device, at.isV4());
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }

  @Override
  public String text() {
    String to = target.text();
    return kind.word
        + (family.isEmpty() ? "" : " " + family)
        + (target.prefix() ? " prefix" : "")
        + (to.isEmpty() ? "" : " to " + to)
        + flags.text();
  }
}
