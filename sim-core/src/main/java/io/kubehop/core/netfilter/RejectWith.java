package io.kubehop.core.netfilter;

/** What REJECT answers with ({@code --reject-with}); names as iptables and ip6tables print them. */
public enum RejectWith {
  /** ICMP type 3 code 0. */
  ICMP_NET_UNREACHABLE("icmp-net-unreachable", 3, 0),
  /** ICMP type 3 code 1. */
  ICMP_HOST_UNREACHABLE("icmp-host-unreachable", 3, 1),
  /** ICMP type 3 code 2. */
  ICMP_PROTO_UNREACHABLE("icmp-proto-unreachable", 3, 2),
  /** ICMP type 3 code 3, the default for IPv4. */
  ICMP_PORT_UNREACHABLE("icmp-port-unreachable", 3, 3),
  /** ICMP type 3 code 9. */
  ICMP_NET_PROHIBITED("icmp-net-prohibited", 3, 9),
  /** ICMP type 3 code 10. */
  ICMP_HOST_PROHIBITED("icmp-host-prohibited", 3, 10),
  /** ICMP type 3 code 13. */
  ICMP_ADMIN_PROHIBITED("icmp-admin-prohibited", 3, 13),
  /** ICMPv6 type 1 code 0. */
  ICMP6_NO_ROUTE("icmp6-no-route", 1, 0),
  /** ICMPv6 type 1 code 1. */
  ICMP6_ADM_PROHIBITED("icmp6-adm-prohibited", 1, 1),
  /** ICMPv6 type 1 code 3. */
  ICMP6_ADDR_UNREACHABLE("icmp6-addr-unreachable", 1, 3),
  /** ICMPv6 type 1 code 4, the default for IPv6. */
  ICMP6_PORT_UNREACHABLE("icmp6-port-unreachable", 1, 4),
  /** ICMPv6 type 1 code 5. */
  ICMP6_POLICY_FAIL("icmp6-policy-fail", 1, 5),
  /** ICMPv6 type 1 code 6. */
  ICMP6_REJECT_ROUTE("icmp6-reject-route", 1, 6),
  /** A TCP segment with RST. */
  TCP_RESET("tcp-reset", -1, -1);

  private final String optionName;
  private final int icmpType;
  private final int icmpCode;

  RejectWith(String optionName, int icmpType, int icmpCode) {
    this.optionName = optionName;
    this.icmpType = icmpType;
    this.icmpCode = icmpCode;
  }

  /** The value of {@code --reject-with}. */
  public String optionName() {
    return optionName;
  }

  /** Type of the ICMP message; -1 for a reset. */
  public int icmpType() {
    return icmpType;
  }

  /** Code of the ICMP message; -1 for a reset. */
  public int icmpCode() {
    return icmpCode;
  }
}
