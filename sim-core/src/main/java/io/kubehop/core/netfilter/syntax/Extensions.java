package io.kubehop.core.netfilter.syntax;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.targets.Target;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The extensions of iptables 1.8: those that are modelled, and the names of the others. */
public final class Extensions {
  private static final List<MatchSyntax<?>> MATCHES =
      List.of(
          new AddrTypeSyntax(),
          new CommentSyntax(),
          new ConnMarkSyntax(),
          new ConntrackSyntax(),
          new DscpSyntax(),
          new IcmpSyntax(),
          new IpRangeSyntax(),
          new IpvsSyntax(),
          new LengthSyntax(),
          new LimitSyntax(),
          new MacSyntax(),
          new MarkSyntax(),
          new MultiportSyntax(),
          new NfAcctSyntax(),
          new OwnerSyntax(),
          new PhysdevSyntax(),
          new PktTypeSyntax(),
          new PortsSyntax(),
          new QuotaSyntax(),
          new RecentSyntax(),
          new RpFilterSyntax(),
          new SetSyntax(),
          new SocketSyntax(),
          new StateSyntax(),
          new StatisticSyntax(),
          new TcpSyntax(),
          new TosSyntax(),
          new TtlSyntax());
  private static final List<TargetSyntax<?>> TARGETS =
      List.of(
          new ChecksumSyntax(),
          new ClassifySyntax(),
          new ConnMarkTargetSyntax(),
          new CtSyntax(),
          new DnatSyntax(),
          new DscpTargetSyntax(),
          new LogSyntax(),
          new MarkTargetSyntax(),
          new MasqueradeSyntax(),
          new NetmapSyntax(),
          new NflogSyntax(),
          new NoTrackSyntax(),
          new RedirectSyntax(),
          new RejectSyntax(),
          new SetTargetSyntax(),
          new SnatSyntax(),
          new TcpMssSyntax(),
          new TosTargetSyntax(),
          new TraceSyntax(),
          new TtlTargetSyntax());
  private static final ImmutableSortedSet<String> REPORTED_MATCHES =
      names(
          "ah bpf cgroup cluster connbytes connlabel connlimit cpu dccp devgroup dst ecn esp eui64 frag hashlimit hbh helper"
              + " ipcomp ipv6header mh osf policy rateest realm rt srh string tcpmss time u32");
  private static final ImmutableSortedSet<String> REPORTED_TARGETS =
      names(
          "AUDIT CLUSTERIP CONNSECMARK DNPT ECN HMARK IDLETIMER LED NFQUEUE QUEUE RATEEST SECMARK SNPT SYNPROXY"
              + " TCPOPTSTRIP TEE TPROXY ULOG");

  private static final ImmutableMap<String, MatchSyntax<?>> MATCH_BY_NAME = matchesByName();
  private static final ImmutableMap<Class<?>, MatchSyntax<?>> MATCH_BY_TYPE = matchesByType();
  private static final ImmutableMap<String, TargetSyntax<?>> TARGET_BY_NAME = targetsByName();
  private static final ImmutableMap<Class<?>, TargetSyntax<?>> TARGET_BY_TYPE = targetsByType();

  private Extensions() {}

  /** The names of the matches that are modelled, sorted. */
  public static List<String> modelledMatches() {
    return ImmutableSortedSet.copyOf(MATCH_BY_NAME.keySet()).asList();
  }

  /**
   * The names of the targets that are modelled, besides ACCEPT, DROP, RETURN and chains, sorted.
   */
  public static List<String> modelledTargets() {
    return ImmutableSortedSet.copyOf(TARGET_BY_NAME.keySet()).asList();
  }

  /** The names of the matches of iptables that are kept but not modelled, sorted. */
  public static List<String> reportedMatches() {
    return REPORTED_MATCHES.asList();
  }

  /** The names of the targets of iptables that are kept but not modelled, sorted. */
  public static List<String> reportedTargets() {
    return REPORTED_TARGETS.asList();
  }

  static @Nullable MatchSyntax<?> match(String name) {
    return MATCH_BY_NAME.get(name);
  }

  static @Nullable TargetSyntax<?> target(String name) {
    return TARGET_BY_NAME.get(name);
  }

  static boolean isReportedTarget(String name) {
    return REPORTED_TARGETS.contains(name);
  }

  @SuppressWarnings("unchecked") // types() says what a syntax prints
  static <M extends Match> MatchSyntax<M> of(M match) {
    MatchSyntax<?> found = MATCH_BY_TYPE.get(match.getClass());
    if (found == null) {
      throw new IllegalArgumentException(match + " has no extension");
    }
    return (MatchSyntax<M>) found;
  }

  @SuppressWarnings("unchecked") // type() says what a syntax prints
  static <T extends Target> TargetSyntax<T> of(T target) {
    TargetSyntax<?> found = TARGET_BY_TYPE.get(target.getClass());
    if (found == null) {
      throw new IllegalArgumentException(target + " has no extension");
    }
    return (TargetSyntax<T>) found;
  }

  private static ImmutableSortedSet<String> names(String text) {
    return ImmutableSortedSet.copyOf(Arrays.asList(text.split(" ", -1)));
  }

  private static ImmutableMap<String, MatchSyntax<?>> matchesByName() {
    ImmutableMap.Builder<String, MatchSyntax<?>> map = ImmutableMap.builder();
    MATCHES.forEach(syntax -> syntax.names().forEach(name -> map.put(name, syntax)));
    return map.buildOrThrow();
  }

  private static ImmutableMap<Class<?>, MatchSyntax<?>> matchesByType() {
    ImmutableMap.Builder<Class<?>, MatchSyntax<?>> map = ImmutableMap.builder();
    for (MatchSyntax<?> syntax : MATCHES) {
      syntax.types().forEach(type -> map.put(type, syntax));
    }
    return map.buildOrThrow();
  }

  private static ImmutableMap<String, TargetSyntax<?>> targetsByName() {
    ImmutableMap.Builder<String, TargetSyntax<?>> map = ImmutableMap.builder();
    TARGETS.forEach(syntax -> syntax.names().forEach(name -> map.put(name, syntax)));
    return map.buildOrThrow();
  }

  private static ImmutableMap<Class<?>, TargetSyntax<?>> targetsByType() {
    ImmutableMap.Builder<Class<?>, TargetSyntax<?>> map = ImmutableMap.builder();
    TARGETS.forEach(syntax -> map.put(syntax.type(), syntax));
    return map.buildOrThrow();
  }
}
