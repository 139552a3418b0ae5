package io.kubehop.core.ipvs;

import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The virtual servers and connections of one host (struct netns_ipvs). The host hands packets over
 * where the kernel's hooks are:
 *
 * <ul>
 *   <li>INPUT, after filtering: {@link #out} at priority 98, {@link #in} at 99;
 *   <li>OUTPUT, after destination NAT: {@link #out} at priority -99, {@link #in} at -98;
 *   <li>FORWARD, after filtering: {@link #forwardedError} at priority 99, {@link #out} at 100.
 * </ul>
 *
 * <p>While it has no virtual server of a packet's family, it lets everything pass, as the kernel
 * then takes its hooks away. All its state is journalled.
 */
public final class Ipvs implements Digestible {
  private final Simulation simulation;
  private final RandomStream random;
  private final VirtualServerTable services;
  private final RealServerTrash trash;
  private final IpvsConnectionTable connections;
  private final IpvsSettings settings;
  private final RequestPath requests;
  private final ReplyPath replies;
  private final ErrorPath errors;

  /**
   * Makes an empty one.
   *
   * @param host the host's name, which tells its random choices from those of others
   * @param wheel when its timers fire
   * @param onEnd is told of each connection that ends and had an entry in connection tracking,
   *     which goes with it
   */
  public Ipvs(
      Simulation simulation,
      String host,
      TimerWheel wheel,
      Consumer<? super IpvsConnection> onEnd) {
    this.simulation = simulation;
    this.random = simulation.random().stream(host + "/ipvs");
    this.services = new VirtualServerTable(simulation.journal());
    this.trash = new RealServerTrash(simulation.journal());
    this.connections = new IpvsConnectionTable(simulation, wheel, onEnd);
    this.settings = new IpvsSettings(simulation.journal());
    ConnectionOpener opener = new ConnectionOpener(connections, settings);
    this.requests = new RequestPath(services, connections, opener, settings);
    this.replies = new ReplyPath(connections, settings);
    this.errors = new ErrorPath(connections);
  }

  /**
   * Lets the connections end whose time has come. Every other call does so first; a host calls this
   * before connection tracking looks a packet up, since the end of a connection takes its entry
   * there away.
   */
  public void advance() {
    connections.advance();
  }

  /** A packet for this host, or made by it, may be for a virtual server. */
  public IpvsVerdict in(IpvsPacket carrier) {
    if (isPassedOver(carrier)) {
      return IpvsVerdict.ACCEPT;
    }
    connections.advance();
    if (ErrorPath.isError(carrier.packet())) {
      return errors.takeIn(carrier);
    }
    return Transitions.isBalanced(carrier.packet()) ? requests.take(carrier) : IpvsVerdict.ACCEPT;
  }

  /**
   * A packet may come from a real server; if so, it comes from the virtual server from here on.
   * Never refuses.
   */
  public IpvsVerdict out(IpvsPacket carrier) {
    if (isPassedOver(carrier)) {
      return IpvsVerdict.ACCEPT;
    }
    connections.advance();
    if (ErrorPath.isError(carrier.packet())) {
      return errors.takeOut(carrier);
    }
    return Transitions.isBalanced(carrier.packet()) ? replies.take(carrier) : IpvsVerdict.ACCEPT;
  }

  /**
   * A packet that this host routes may be an ICMP error for a real server: errors do not carry the
   * mark of what they quote.
   */
  public IpvsVerdict forwardedError(IpvsPacket carrier) {
    if (isPassedOver(carrier) || !ErrorPath.isError(carrier.packet())) {
      return IpvsVerdict.ACCEPT;
    }
    connections.advance();
    return errors.takeIn(carrier);
  }

  private boolean isPassedOver(IpvsPacket carrier) {
    return carrier.ipvsConnection() != null || !services.hasAny(carrier.packet().isV4());
  }

  /** Adds a virtual server ({@code ipvsadm -A}). */
  public void addService(VirtualServerConfig config) {
    if (services.get(config.key()) != null) {
      throw new IllegalArgumentException(config.key() + ": service already exists");
    }
    services.add(new VirtualServer(simulation, random, trash, config));
  }

  /** Changes a virtual server ({@code ipvsadm -E}). */
  public void editService(VirtualServerConfig config) {
    existing(config.key()).edit(config);
  }

  /** Removes a virtual server and its real servers ({@code ipvsadm -D}). */
  public void removeService(VirtualServerKey key) {
    connections.advance();
    VirtualServer service = existing(key);
    services.remove(service);
    service.close();
    dropUnavailable();
  }

  /**
   * Adds a real server ({@code ipvsadm -a}). One that was removed and still has connections gets
   * them back.
   */
  public void addServer(VirtualServerKey key, RealServerConfig config) {
    connections.advance();
    existing(key).add(config);
  }

  /** Changes a real server ({@code ipvsadm -e}). */
  public void editServer(VirtualServerKey key, RealServerConfig config) {
    connections.advance();
    existing(key).edit(config);
  }

  /**
   * Removes a real server ({@code ipvsadm -d}); its connections end a tick later, or stay without
   * use, as a sysctl says.
   */
  public void removeServer(VirtualServerKey key, SocketAddress socket) {
    connections.advance();
    existing(key).remove(socket);
    dropUnavailable();
  }

  private void dropUnavailable() {
    if (settings.sysctls().expireNodestConn()) {
      connections.dropUnavailableSoon();
    }
  }

  private VirtualServer existing(VirtualServerKey key) {
    VirtualServer service = services.get(key);
    if (service == null) {
      throw new IllegalArgumentException(key + ": no such service");
    }
    return service;
  }

  /** Adds virtual servers with their real servers ({@code ipvsadm-restore}). */
  public void restore(List<VirtualServerEntry> entries) {
    for (VirtualServerEntry entry : entries) {
      addService(entry.service());
      entry.servers().forEach(server -> addServer(entry.service().key(), server));
    }
  }

  /** The virtual servers, oldest first, with counts as of now. */
  public List<VirtualServer> services() {
    connections.advance();
    return services.inOrder();
  }

  /** A virtual server, with counts as of now; null if there is none. */
  public @Nullable VirtualServer service(VirtualServerKey key) {
    connections.advance();
    return services.get(key);
  }

  /** The connections and templates, oldest first. */
  public List<IpvsConnection> connections() {
    connections.advance();
    return connections.inOrder();
  }

  /** Virtual time in nanoseconds, which the ends of connections count by. */
  public long now() {
    return simulation.now();
  }

  /** The settings. */
  public IpvsSysctls sysctls() {
    return settings.sysctls();
  }

  /** Changes the settings. */
  public void setSysctls(IpvsSysctls changed) {
    settings.setSysctls(changed);
  }

  /** Changes what tells this kernel from one of today. */
  public void setQuirks(IpvsQuirks changed) {
    settings.setQuirks(changed);
  }

  /** The timeouts. */
  public IpvsTimeouts timeouts() {
    return settings.timeouts();
  }

  /**
   * Changes the timeouts that are not 0 ({@code ipvsadm --set}); connections take them up with
   * their next packet.
   */
  public void setTimeouts(IpvsTimeouts changed) {
    settings.setTimeouts(settings.timeouts().updatedBy(changed));
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(settings).add(services).add(trash).add(connections);
  }
}
