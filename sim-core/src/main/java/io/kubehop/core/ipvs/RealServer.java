package io.kubehop.core.ipvs;

import io.kubehop.core.ipvs.scheduler.Candidate;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.StateDigest;
import io.kubehop.core.time.Undoable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A server behind a virtual server, with its connections counted (struct ip_vs_dest). One that is
 * removed while connections or schedulers still refer to it waits in the trash, and is the same,
 * counts included, if it is added again.
 *
 * <p>The counts are as of the last call of its {@link Ipvs}.
 */
public final class RealServer implements Candidate, Undoable, Digestible {
  private static final int CONFIG_SLOT = 0;
  private static final int LAST_WEIGHT_SLOT = 1;
  private static final int ACTIVE_SLOT = 2;
  private static final int INACTIVE_SLOT = 3;
  private static final int PERSISTENT_SLOT = 4;
  private static final int AVAILABLE_SLOT = 5;
  private static final int OVERLOADED_SLOT = 6;
  private static final int REFERENCES_SLOT = 7;
  private static final int NEXT_SLOT = 8;
  private static final int PREVIOUS_SLOT = 9;

  private final Journal journal;
  private final RealServerTrash trash;
  private final VirtualServerKey service;
  private final SocketAddress socket;
  private RealServerConfig config;
  private int lastWeight;
  private int active;
  private int inactive;
  private int persistent;
  private boolean available;
  private boolean overloaded;
  private int references;
  private @Nullable RealServer next;
  private @Nullable RealServer previous;

  RealServer(
      Journal journal, RealServerTrash trash, VirtualServerKey service, RealServerConfig config) {
    this.journal = journal;
    this.trash = trash;
    this.service = service;
    this.socket = config.socket();
    this.config = config;
  }

  /** The virtual server that it stands, or stood, behind. */
  public VirtualServerKey service() {
    return service;
  }

  /** Its address and port. */
  public SocketAddress socket() {
    return socket;
  }

  /** How it is set up. */
  public RealServerConfig config() {
    return config;
  }

  /** How packets get to it. */
  public Forwarding forwarding() {
    return config.forwarding();
  }

  @Override
  public long addressHigh() {
    return socket.address().high();
  }

  @Override
  public long addressLow() {
    return socket.address().low();
  }

  @Override
  public int port() {
    return socket.port();
  }

  @Override
  public int weight() {
    return config.weight();
  }

  @Override
  public int lastWeight() {
    return lastWeight;
  }

  @Override
  public boolean isAvailable() {
    return available;
  }

  @Override
  public boolean isOverloaded() {
    return overloaded;
  }

  @Override
  public int activeConnections() {
    return active;
  }

  @Override
  public int inactiveConnections() {
    return inactive;
  }

  /** The clients that are bound to it. */
  public int persistentConnections() {
    return persistent;
  }

  @Override
  public @Nullable RealServer next() {
    return next;
  }

  @Nullable RealServer previous() {
    return previous;
  }

  void setNext(@Nullable RealServer server) {
    journal.log(this, NEXT_SLOT, 0, next);
    next = server;
  }

  void setPrevious(@Nullable RealServer server) {
    journal.log(this, PREVIOUS_SLOT, 0, previous);
    previous = server;
  }

  /** Takes over what {@code ipvsadm -a} or {@code -e} says (__ip_vs_update_dest). */
  void update(RealServerConfig newConfig, boolean added) {
    if (added || newConfig.weight() != 0) {
      journal.log(this, LAST_WEIGHT_SLOT, lastWeight, null);
      lastWeight = newConfig.weight();
    }
    setAvailable(true);
    boolean otherThresholds =
        added
            || config.upperThreshold() != newConfig.upperThreshold()
            || config.lowerThreshold() != newConfig.lowerThreshold();
    journal.log(this, CONFIG_SLOT, 0, config);
    config = newConfig;
    if (otherThresholds) {
      updateOverload();
    }
  }

  void setAvailable(boolean value) {
    journal.log(this, AVAILABLE_SLOT, available ? 1 : 0, null);
    available = value;
  }

  /** A connection or template begins to refer to it (ip_vs_bind_dest). */
  void bind(boolean template) {
    hold();
    if (template) {
      setPersistent(persistent + 1);
    } else {
      setInactive(inactive + 1); // until the protocol says otherwise
    }
    updateOverload();
  }

  /** A connection or template is over (ip_vs_unbind_dest). */
  void unbind(boolean template, boolean inactiveConnection) {
    if (template) {
      setPersistent(persistent - 1);
    } else if (inactiveConnection) {
      setInactive(inactive - 1);
    } else {
      setActive(active - 1);
    }
    if (overloaded) {
      updateOverload();
    }
    release();
  }

  /** One of its connections becomes active. */
  void activate() {
    setActive(active + 1);
    setInactive(inactive - 1);
  }

  /** One of its connections becomes inactive. */
  void deactivate() {
    setActive(active - 1);
    setInactive(inactive + 1);
  }

  /** Between the thresholds it stays as it is (ip_vs_dest_update_overload). */
  private void updateOverload() {
    int upper = config.upperThreshold();
    int connections = active + inactive;
    int lower = config.lowerThreshold() == 0 ? upper - (upper >>> 2) : config.lowerThreshold();
    if (upper != 0 && connections >= upper) {
      setOverloaded(true);
    } else if (upper == 0 || connections < lower) {
      setOverloaded(false);
    }
  }

  @Override
  public void hold() {
    journal.log(this, REFERENCES_SLOT, references, null);
    references++;
  }

  @Override
  public void release() {
    journal.log(this, REFERENCES_SLOT, references, null);
    references--;
    if (references == 0 && !available) {
      trash.forget(this);
    }
  }

  boolean isReferred() {
    return references > 0;
  }

  private void setActive(int value) {
    journal.log(this, ACTIVE_SLOT, active, null);
    active = value;
  }

  private void setInactive(int value) {
    journal.log(this, INACTIVE_SLOT, inactive, null);
    inactive = value;
  }

  private void setPersistent(int value) {
    journal.log(this, PERSISTENT_SLOT, persistent, null);
    persistent = value;
  }

  private void setOverloaded(boolean value) {
    if (overloaded != value) {
      journal.log(this, OVERLOADED_SLOT, overloaded ? 1 : 0, null);
      overloaded = value;
    }
  }

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    switch (slot) {
      case CONFIG_SLOT -> config = (RealServerConfig) Objects.requireNonNull(oldRef);
      case LAST_WEIGHT_SLOT -> lastWeight = (int) oldLong;
      case ACTIVE_SLOT -> active = (int) oldLong;
      case INACTIVE_SLOT -> inactive = (int) oldLong;
      case PERSISTENT_SLOT -> persistent = (int) oldLong;
      case AVAILABLE_SLOT -> available = oldLong != 0;
      case OVERLOADED_SLOT -> overloaded = oldLong != 0;
      case REFERENCES_SLOT -> references = (int) oldLong;
      case NEXT_SLOT -> next = (RealServer) oldRef;
      case PREVIOUS_SLOT -> previous = (RealServer) oldRef;
      default -> throw new IllegalStateException("unknown undo record " + slot);
    }
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(socket.toString()).add(config.forwarding().ordinal()).add(config.weight());
    digest.add(config.upperThreshold()).add(config.lowerThreshold()).add(lastWeight);
    digest.add(active).add(inactive).add(persistent).add(references);
    digest.add(available ? 1 : 0).add(overloaded ? 1 : 0);
  }
}
