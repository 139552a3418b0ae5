package io.kubehop.kubeproxy.config;

import io.kubehop.core.net.IpFamily;

/**
 * Everything that one kube-proxy goes by for one address family, with nothing left open. Equal
 * settings on two nodes lead to equal rules, but for what depends on where the node is.
 *
 * @param mode by which means it redirects
 * @param family the address family
 * @param masqueradeMark the packet mark that asks for masquerading: one bit
 * @param masqueradeAll whether everything to a cluster IP is masqueraded
 * @param localhostNodePorts whether node ports answer on 127.0.0.1; never for IPv6
 * @param minSyncPeriod nanoseconds from the end of one sync to the next, at least
 * @param syncPeriod nanoseconds between two looks at whether the rules are still there
 * @param localDetector how traffic of local Pods is told
 * @param nodePortAddresses the addresses that take node ports
 * @param udpCleanup which tracked flows are forgotten
 * @param randomFully whether masquerading chooses source ports at random ({@code --random-fully})
 * @param dropInvalid whether packets are dropped whose state is INVALID; not on a node with {@code
 *     nf_conntrack_tcp_be_liberal}
 * @param ipvs what counts in ipvs mode only; {@link IpvsSettings#DEFAULT} in every other
 */
public record ProxySettings(
    ProxyMode mode,
    IpFamily family,
    int masqueradeMark,
    boolean masqueradeAll,
    boolean localhostNodePorts,
    long minSyncPeriod,
    long syncPeriod,
    LocalDetector localDetector,
    NodePortAddresses nodePortAddresses,
    UdpCleanup udpCleanup,
    boolean randomFully,
    boolean dropInvalid,
    IpvsSettings ipvs) {

  /** These settings with another detection of local traffic. */
  public ProxySettings withLocalDetector(LocalDetector other) {
    return new ProxySettings(
        mode,
        family,
        masqueradeMark,
        masqueradeAll,
        localhostNodePorts,
        minSyncPeriod,
        syncPeriod,
        other,
        nodePortAddresses,
        udpCleanup,
        randomFully,
        dropInvalid,
        ipvs);
  }
}
