package io.kubehop.core.netfilter;

import io.kubehop.core.conntrack.NatKind;
import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.TcpFlags;
import io.kubehop.core.time.Choices;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.trace.Recorder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A host that answers what rules ask from plain lists, and notes what they do to it. */
public final class TestHost implements RuleContext {
  private final Simulation simulation;
  private final RuleState state;

  /** What rules did, in order. */
  public final List<String> effects = new ArrayList<>();

  /** Addresses of this host. */
  public final Set<IpAddress> local = new LinkedHashSet<>();

  /** IP sets, by name: who is in them. */
  public final Map<String, Set<IpAddress>> sets = new LinkedHashMap<>();

  /** Who listens. */
  public Recorder recorder = Recorder.NONE;

  /** What {@code -m rpfilter} finds. */
  public boolean reversePathValid = true;

  /** What MASQUERADE takes. */
  public @Nullable IpAddress outgoing = IpAddress.parse("192.168.0.2");

  /** Makes a host at time 0. */
  public TestHost(long seed) {
    simulation = new Simulation(seed);
    state = new RuleState(simulation.journal());
  }

  /** A TCP SYN from one end to another, such as {@code 10.0.0.1:40000} to {@code 10.96.0.1:80}. */
  public static Skb tcp(String source, String destination) {
    return skb(Protocol.TCP, source, destination);
  }

  /** A first packet of a protocol. */
  public static Skb skb(Protocol protocol, String source, String destination) {
    Packet packet = new Packet();
    packet.setProtocol(protocol.number());
    packet.setSource(IpAddress.parse(address(source)));
    packet.setSourcePort(port(source));
    packet.setDestination(IpAddress.parse(address(destination)));
    packet.setDestinationPort(port(destination));
    packet.setTcpFlags(protocol == Protocol.TCP ? TcpFlags.SYN : 0);
    packet.setLength(60);
    Skb skb = new Skb();
    skb.reset(packet);
    return skb;
  }

  private static String address(String end) {
    return end.startsWith("[")
        ? end.substring(1, end.indexOf(']'))
        : end.contains(".") && end.contains(":") ? end.substring(0, end.indexOf(':')) : end;
  }

  private static int port(String end) {
    int at = end.startsWith("[") ? end.indexOf("]:") + 1 : end.indexOf(':');
    return at <= 0 || (!end.startsWith("[") && !end.contains("."))
        ? 0
        : Integer.parseInt(end.substring(at + 1));
  }

  /** Lets time pass. */
  public void advance(long seconds) {
    simulation.runUntil(simulation.now() + seconds * 1_000_000_000);
  }

  /** The simulation behind it. */
  public Simulation simulation() {
    return simulation;
  }

  @Override
  public long now() {
    return simulation.now();
  }

  @Override
  public long epochSeconds() {
    return 0;
  }

  @Override
  public RuleState ruleState() {
    return state;
  }

  @Override
  public Choices choices() {
    return simulation.choices();
  }

  @Override
  public RandomStream statisticStream() {
    return simulation.random().stream("statistic");
  }

  @Override
  public Recorder recorder() {
    return recorder;
  }

  @Override
  public AddressType addressType(long high, long low, @Nullable String device) {
    return local.contains(new IpAddress(high, low)) ? AddressType.LOCAL : AddressType.UNICAST;
  }

  @Override
  public boolean translate(Skb skb, NatKind kind, NatRange range) {
    effects.add(kind + " to " + range.minAddress() + ":" + range.minPort());
    return true;
  }

  @Override
  public boolean translate(Skb skb, NatKind kind, NatRange range, IpAddress address) {
    effects.add(kind + " to " + address + ":" + range.minPort());
    return true;
  }

  @Override
  public @Nullable IpAddress masqueradeAddress(Skb skb) {
    return outgoing;
  }

  @Override
  public @Nullable IpAddress firstAddress(String device, boolean v4) {
    return device.equals("eth0") ? IpAddress.parse(v4 ? "192.168.0.2" : "fd00::2") : null;
  }

  @Override
  public boolean reversePathValid(Skb skb, boolean loose, boolean validMark, boolean acceptLocal) {
    return reversePathValid;
  }

  @Override
  public boolean hasMatchingSocket(Skb skb, boolean noWildcard, boolean transparent) {
    return false;
  }

  @Override
  public boolean hasSet(String set) {
    return sets.containsKey(set);
  }

  @Override
  public boolean isInSet(String set, Skb skb, String directions) {
    IpAddress address =
        directions.startsWith("s") ? skb.packet().source() : skb.packet().destination();
    return sets.getOrDefault(set, Set.of()).contains(address);
  }

  @Override
  public void addToSet(String set, Skb skb, String directions, boolean replace, long timeout) {
    effects.add("add to " + set);
  }

  @Override
  public void removeFromSet(String set, Skb skb, String directions) {
    effects.add("remove from " + set);
  }

  @Override
  public void undecided(String sentence) {
    effects.add(sentence);
  }

  @Override
  public void untrack(Skb skb) {
    effects.add("untrack");
  }

  @Override
  public void reject(Skb skb, RejectWith with) {
    effects.add("reject with " + with.optionName());
  }
}
