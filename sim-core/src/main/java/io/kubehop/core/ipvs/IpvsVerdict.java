package io.kubehop.core.ipvs;

/** What becomes of a packet at one of IPVS's hooks. */
public enum IpvsVerdict {
  /**
   * It goes on (NF_ACCEPT): IPVS has nothing to do with it, or has translated it on its way to the
   * client.
   */
  ACCEPT,
  /**
   * It goes to its real server: the host routes it anew and sends it by OUTPUT and POSTROUTING, or
   * takes it in if the server is local.
   */
  FORWARD,
  /**
   * No server may be taken: it is answered with ICMP port unreachable, from the address it was sent
   * to, and ends.
   */
  REFUSE,
  /** It ends without an answer. */
  DROP
}
