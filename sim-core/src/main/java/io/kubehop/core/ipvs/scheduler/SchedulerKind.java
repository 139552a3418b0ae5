package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.Simulation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The schedulers of the kernel, each under the name that {@code ipvsadm -s} takes. */
public enum SchedulerKind {
  /** Round robin (ip_vs_rr.c). */
  RR,
  /** Weighted round robin (ip_vs_wrr.c). */
  WRR,
  /** Least connection (ip_vs_lc.c). */
  LC,
  /** Weighted least connection (ip_vs_wlc.c); ipvsadm's default. */
  WLC,
  /** Locality-based least connection (ip_vs_lblc.c). */
  LBLC,
  /** Locality-based least connection with replication (ip_vs_lblcr.c). */
  LBLCR,
  /** Destination hashing (ip_vs_dh.c). */
  DH,
  /** Source hashing (ip_vs_sh.c). */
  SH,
  /** Shortest expected delay (ip_vs_sed.c). */
  SED,
  /** Never queue (ip_vs_nq.c). */
  NQ,
  /** Weighted failover (ip_vs_fo.c). */
  FO,
  /** Weighted overflow (ip_vs_ovf.c). */
  OVF,
  /** Maglev hashing (ip_vs_mh.c). */
  MH,
  /** Power of two choices (ip_vs_twos.c), the only one that is random. */
  TWOS;

  /**
   * Whether its choice depends on what came before, and on nothing in the packet: any server that
   * takes connections may have its turn.
   */
  public boolean takesTurns() {
    return switch (this) {
      case RR, WRR, LC, WLC, SED, NQ -> true;
      case LBLC, LBLCR, DH, SH, FO, OVF, MH, TWOS -> false;
    };
  }

  /**
   * Makes a scheduler for servers that may be there already.
   *
   * @param random what {@link #TWOS} draws from
   */
  public Scheduler create(Candidates servers, Simulation simulation, RandomStream random) {
    return switch (this) {
      case RR -> new RoundRobin(servers, simulation.journal());
      case WRR -> new WeightedRoundRobin(servers, simulation.journal());
      case LC -> new LeastConnection(servers);
      case WLC -> new WeightedLeastLoad(servers, Load.CONNECTIONS);
      case LBLC -> new LocalityBased(servers, simulation);
      case LBLCR -> new LocalityBasedReplicated(servers, simulation);
      case DH -> new DestinationHashing(servers, simulation.journal());
      case SH -> new SourceHashing(servers, simulation.journal());
      case SED -> new WeightedLeastLoad(servers, Load.EXPECTED_DELAY);
      case NQ -> new NeverQueue(servers);
      case FO -> new WeightedFailover(servers);
      case OVF -> new WeightedOverflow(servers);
      case MH -> new MaglevHashing(servers, simulation.journal());
      case TWOS -> new PowerOfTwoChoices(servers, simulation.choices(), random);
    };
  }

  /** The scheduler of a name such as {@code rr}; null if there is none. */
  public static @Nullable SchedulerKind ofName(String name) {
    for (SchedulerKind kind : values()) {
      if (kind.toString().equals(name)) {
        return kind;
      }
    }
    return null;
  }

  /** The name that {@code ipvsadm -s} takes. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
