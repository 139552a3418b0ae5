package io.kubehop.core.netfilter;

import io.kubehop.core.conntrack.NatKind;
import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.Choices;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.trace.Recorder;
import org.jspecify.annotations.Nullable;

/** What rules may ask of the host that evaluates them. */
public interface RuleContext {

  /** Virtual time in nanoseconds. */
  long now();

  /** Wall-clock time at virtual time 0, in seconds since 1970 (for {@code -m time}). */
  long epochSeconds();

  /** What the rules of this host have counted. */
  RuleState ruleState();

  /** Branching choices. */
  Choices choices();

  /** The random stream of this host's {@code statistic} matches. */
  RandomStream statisticStream();

  /** Who listens to the evaluation. */
  Recorder recorder();

  /**
   * What an address is to this host, as the routing tables say ({@code -m addrtype}).
   *
   * @param device if not null, only addresses of that interface count as local ({@code
   *     --limit-iface-…})
   */
  AddressType addressType(long high, long low, @Nullable String device);

  /**
   * Sets up a translation for the packet's connection, as nf_nat_setup_info does; does nothing if
   * one of that kind is decided.
   *
   * @return false if the packet must be dropped (no connection, or no free port)
   */
  boolean translate(Skb skb, NatKind kind, NatRange range);

  /**
   * Does the same with one address in place of those of the range.
   *
   * @return false if the packet must be dropped (no connection, or no free port)
   */
  boolean translate(Skb skb, NatKind kind, NatRange range, IpAddress address);

  /**
   * The address that MASQUERADE takes: the primary one of the outgoing interface towards the
   * destination, else the host's primary one. Null if there is none.
   */
  @Nullable IpAddress masqueradeAddress(Skb skb);

  /**
   * The first address of an interface in the packet's family, as REDIRECT takes it; null if it has
   * none.
   */
  @Nullable IpAddress firstAddress(String device, boolean v4);

  /**
   * Whether a packet back to the source would leave by the interface it came in by ({@code -m
   * rpfilter}).
   */
  boolean reversePathValid(Skb skb, boolean loose, boolean validMark, boolean acceptLocal);

  /**
   * Whether a local socket would take the packet, or has sent the one that an ICMP error is about
   * ({@code -m socket}).
   *
   * @param noWildcard whether sockets bound to the unspecified address count too
   * @param transparent whether only transparent sockets count
   */
  boolean hasMatchingSocket(Skb skb, boolean noWildcard, boolean transparent);

  /** Whether the host has an IP set of the name. */
  boolean hasSet(String set);

  /**
   * Whether a packet is in an IP set ({@code -m set}).
   *
   * @param directions one letter for each dimension that the rule names: {@code s} takes the
   *     packet's source, {@code d} its destination
   */
  boolean isInSet(String set, Skb skb, String directions);

  /**
   * Adds what the packet has to an IP set ({@code -j SET --add-set}); {@code timeout} in seconds,
   * -1 for the set's own.
   */
  void addToSet(String set, Skb skb, String directions, boolean replace, long timeout);

  /** Takes what the packet has out of an IP set ({@code -j SET --del-set}). */
  void removeFromSet(String set, Skb skb, String directions);

  /**
   * Told why a table could not be decided, in one sentence, when its verdict is {@link
   * Verdict#UNDECIDED}.
   */
  void undecided(String sentence);

  /** Takes the packet out of connection tracking (NOTRACK). */
  void untrack(Skb skb);

  /** Answers the packet as REJECT does: an ICMP error, or a TCP reset. */
  void reject(Skb skb, RejectWith with);
}
