package io.kubehop.core.nftables.value;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types that are modelled, with the names of their values (nft describe TYPE). */
public final class ValueTypes {
  /** An IPv4 address. */
  public static final ValueType IPV4_ADDR = type("ipv4_addr", 32, Notation.IPV4);

  /** An IPv6 address. */
  public static final ValueType IPV6_ADDR = type("ipv6_addr", 128, Notation.IPV6);

  /** An Ethernet address. */
  public static final ValueType ETHER_ADDR = type("ether_addr", 48, Notation.ETHER);

  /** The number of a transport protocol. */
  public static final ValueType INET_PROTO =
      new ValueType(
          "inet_proto",
          8,
          Notation.NUMBER,
          Symbols.of(
              "tcp=6 udp=17 icmp=1 ipv6-icmp=58 icmpv6=58 sctp=132 udplite=136 dccp=33 esp=50 ah=51"
                  + " gre=47 igmp=2 comp=108 ipv6=41 ospf=89 vrrp=112 pim=103 ip=0"));

  /** A port. */
  public static final ValueType INET_SERVICE =
      new ValueType(
          "inet_service", 16, Notation.PLAIN, Symbols.of("ssh=22 domain=53 http=80 https=443"));

  /** A packet mark or connection mark. */
  public static final ValueType MARK = type("mark", 32, Notation.HEX);

  /** The name of an interface. */
  public static final ValueType IFNAME = type("ifname", 128, Notation.NAME);

  /** The index of an interface, written as its name. */
  public static final ValueType IFACE_INDEX =
      new ValueType("iface_index", 128, Notation.NAME, Symbols.of("0=0"));

  /** The type of an ICMP message. */
  public static final ValueType ICMP_TYPE =
      new ValueType(
          "icmp_type",
          8,
          Notation.NUMBER,
          Symbols.of(
              "echo-reply=0 destination-unreachable=3 source-quench=4 redirect=5 echo-request=8"
                  + " router-advertisement=9 router-solicitation=10 time-exceeded=11"
                  + " parameter-problem=12 timestamp-request=13 timestamp-reply=14 info-request=15"
                  + " info-reply=16 address-mask-request=17 address-mask-reply=18"));

  /** The code of an ICMP error. */
  public static final ValueType ICMP_CODE =
      new ValueType(
          "icmp_code",
          8,
          Notation.NUMBER,
          Symbols.of(
              "net-unreachable=0 host-unreachable=1 prot-unreachable=2 port-unreachable=3"
                  + " frag-needed=4 net-prohibited=9 host-prohibited=10 admin-prohibited=13"));

  /** The type of an ICMPv6 message. */
  public static final ValueType ICMPV6_TYPE =
      new ValueType(
          "icmpv6_type",
          8,
          Notation.NUMBER,
          Symbols.of(
              "destination-unreachable=1 packet-too-big=2 time-exceeded=3 parameter-problem=4"
                  + " echo-request=128 echo-reply=129 mld-listener-query=130"
                  + " mld-listener-report=131 mld-listener-done=132 mld-listener-reduction=132"
                  + " nd-router-solicit=133 nd-router-advert=134 nd-neighbor-solicit=135"
                  + " nd-neighbor-advert=136 nd-redirect=137 router-renumbering=138"
                  + " ind-neighbor-solicit=141 ind-neighbor-advert=142 mld2-listener-report=143"));

  /** The code of an ICMPv6 error. */
  public static final ValueType ICMPV6_CODE =
      new ValueType(
          "icmpv6_code",
          8,
          Notation.NUMBER,
          Symbols.of(
              "no-route=0 admin-prohibited=1 addr-unreachable=3 port-unreachable=4 policy-fail=5"
                  + " reject-route=6"));

  /** The code of a rejection that fits either family. */
  public static final ValueType ICMPX_CODE =
      new ValueType(
          "icmpx_code",
          8,
          Notation.NUMBER,
          Symbols.of("no-route=0 port-unreachable=1 host-unreachable=2 admin-prohibited=3"));

  /** What a packet is to its connection. */
  public static final ValueType CT_STATE =
      new ValueType(
          "ct_state",
          32,
          Notation.FLAGS,
          Symbols.of("invalid=0x1 established=0x2 related=0x4 new=0x8 untracked=0x40"));

  /** The direction of a connection. */
  public static final ValueType CT_DIR =
      new ValueType("ct_dir", 8, Notation.NUMBER, Symbols.of("original=0 reply=1"));

  /** What was seen of a connection. */
  public static final ValueType CT_STATUS =
      new ValueType(
          "ct_status",
          32,
          Notation.FLAGS,
          Symbols.of(
              "expected=0x1 seen-reply=0x2 assured=0x4 confirmed=0x8 snat=0x10 dnat=0x20"
                  + " dying=0x200"));

  /** The control bits of a TCP segment. */
  public static final ValueType TCP_FLAG =
      new ValueType(
          "tcp_flag",
          8,
          Notation.FLAGS,
          Symbols.of("fin=0x1 syn=0x2 rst=0x4 psh=0x8 ack=0x10 urg=0x20 ecn=0x40 cwr=0x80"));

  /** The upper six bits of the type-of-service byte. */
  public static final ValueType DSCP =
      new ValueType(
          "dscp",
          6,
          Notation.NUMBER,
          Symbols.of(
              "cs0=0x00 cs1=0x08 cs2=0x10 cs3=0x18 cs4=0x20 cs5=0x28 cs6=0x30 cs7=0x38 df=0x00"
                  + " be=0x00 lephb=0x01 af11=0x0a af12=0x0c af13=0x0e af21=0x12 af22=0x14"
                  + " af23=0x16 af31=0x1a af32=0x1c af33=0x1e af41=0x22 af42=0x24 af43=0x26"
                  + " va=0x2c ef=0x2e"));

  /** The lower two bits of the type-of-service byte. */
  public static final ValueType ECN =
      new ValueType("ecn", 2, Notation.NUMBER, Symbols.of("not-ect=0 ect1=1 ect0=2 ce=3"));

  /** What an address is to the host (include/uapi/linux/rtnetlink.h). */
  public static final ValueType FIB_ADDRTYPE =
      new ValueType(
          "fib_addrtype",
          32,
          Notation.NUMBER,
          Symbols.of(
              "unspec=0 unicast=1 local=2 broadcast=3 anycast=4 multicast=5 blackhole=6"
                  + " unreachable=7 prohibit=8"));

  /** Whether something is there. */
  public static final ValueType BOOLEAN =
      new ValueType("boolean", 1, Notation.NUMBER, Symbols.of("exists=1 missing=0"));

  /** The protocol family of a packet. */
  public static final ValueType NF_PROTO =
      new ValueType("nf_proto", 8, Notation.NUMBER, Symbols.of("ipv4=2 ipv6=10"));

  /** The protocol of an Ethernet frame. */
  public static final ValueType ETHER_TYPE =
      new ValueType(
          "ether_type",
          16,
          Notation.NUMBER,
          Symbols.of("ip=0x0800 arp=0x0806 ip6=0x86dd 8021q=0x8100 8021ad=0x88a8 vlan=0x8100"));

  /** To whom a frame was addressed. */
  public static final ValueType PKT_TYPE =
      new ValueType(
          "pkt_type",
          8,
          Notation.NUMBER,
          Symbols.of("host=0 unicast=0 broadcast=1 multicast=2 other=3"));

  /** The number of a user. */
  public static final ValueType UID =
      new ValueType("uid", 32, Notation.PLAIN, Symbols.of("root=0"));

  /** The number of a group. */
  public static final ValueType GID =
      new ValueType("gid", 32, Notation.PLAIN, Symbols.of("root=0"));

  /** A span of time. */
  public static final ValueType TIME = type("time", 64, Notation.TIME);

  private static final ImmutableMap<String, ValueType> BY_NAME = byName();

  private ValueTypes() {}

  private static ValueType type(String name, int bits, Notation notation) {
    return new ValueType(name, bits, notation, Symbols.NONE);
  }

  private static ImmutableMap<String, ValueType> byName() {
    ImmutableMap.Builder<String, ValueType> builder = ImmutableMap.builder();
    for (ValueType type :
        new ValueType[] {
          IPV4_ADDR,
          IPV6_ADDR,
          ETHER_ADDR,
          INET_PROTO,
          INET_SERVICE,
          MARK,
          IFNAME,
          IFACE_INDEX,
          ICMP_TYPE,
          ICMP_CODE,
          ICMPV6_TYPE,
          ICMPV6_CODE,
          ICMPX_CODE,
          CT_STATE,
          CT_DIR,
          CT_STATUS,
          TCP_FLAG,
          DSCP,
          ECN,
          FIB_ADDRTYPE,
          BOOLEAN,
          NF_PROTO,
          ETHER_TYPE,
          PKT_TYPE,
          UID,
          GID,
          TIME
        }) {
      builder.put(type.name(), type);
    }
    return builder.build();
  }

  /** The type of a name, or null. */
  public static @Nullable ValueType of(String name) {
    return BY_NAME.get(name);
  }

  /** The names of all types. */
  public static List<String> names() {
    return BY_NAME.keySet().asList();
  }
}
