package io.kubehop.core.ipvs;

import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.StateDigest;

/** What holds for all virtual servers of a host. */
final class IpvsSettings implements Digestible {
  private final RefCell<IpvsSysctls> sysctls;
  private final RefCell<IpvsTimeouts> timeouts;
  private final RefCell<IpvsQuirks> quirks;

  IpvsSettings(Journal journal) {
    this.sysctls = new RefCell<>(journal, IpvsSysctls.DEFAULT);
    this.timeouts = new RefCell<>(journal, IpvsTimeouts.DEFAULT);
    this.quirks = new RefCell<>(journal, IpvsQuirks.NONE);
  }

  IpvsSysctls sysctls() {
    return sysctls.get();
  }

  void setSysctls(IpvsSysctls value) {
    sysctls.set(value);
  }

  IpvsTimeouts timeouts() {
    return timeouts.get();
  }

  void setTimeouts(IpvsTimeouts value) {
    timeouts.set(value);
  }

  IpvsQuirks quirks() {
    return quirks.get();
  }

  void setQuirks(IpvsQuirks value) {
    quirks.set(value);
  }

  @Override
  public void digestTo(StateDigest digest) {
    IpvsSysctls switches = sysctls();
    digest.add(switches.conntrack() ? 1 : 0).add(switches.expireNodestConn() ? 1 : 0);
    digest.add(switches.expireQuiescentTemplate() ? 1 : 0).add(switches.connReuseMode());
    digest.add(timeouts().tcp()).add(timeouts().tcpFin()).add(timeouts().udp());
    digest.add(quirks().reuseDropsSyn() ? 1 : 0).add(quirks().reuseKeepsDead() ? 1 : 0);
  }
}
