package io.kubehop.core.nftables.text;

import io.kubehop.core.netfilter.RejectWith;
import io.kubehop.core.nftables.statement.Reject;
import io.kubehop.core.nftables.statement.Statement;
import org.jspecify.annotations.Nullable;

/** Reads what {@code reject} answers with. */
final class RejectReader {
  private final Cursor cursor;

  RejectReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads what stands behind {@code reject}. */
  Statement read() {
    if (!cursor.take("with")) {
      return new Reject(
          RejectWith.ICMP_PORT_UNREACHABLE, RejectWith.ICMP6_PORT_UNREACHABLE, "reject");
    }
    Token kind = cursor.peek();
    String word = cursor.word("icmp, icmpv6, icmpx or tcp");
    if (word.equals("tcp")) {
      cursor.expect("reset", "behind 'reject with tcp'");
      return new Reject(RejectWith.TCP_RESET, RejectWith.TCP_RESET, "reject with tcp reset");
    }
    cursor.take("type");
    Token token = cursor.peek();
    String code = cursor.word("what to answer");
    RejectWith v4 = word.equals("icmpv6") ? null : word.equals("icmpx") ? any4(code) : v4(code);
    RejectWith v6 = word.equals("icmp") ? null : word.equals("icmpx") ? any6(code) : v6(code);
    if (!word.equals("icmp") && !word.equals("icmpv6") && !word.equals("icmpx")) {
      throw cursor.fault(kind, kind.shown() + " is none of icmp, icmpv6, icmpx and tcp");
    }
    if (v4 == null && v6 == null) {
      throw cursor.fault(token, token.shown() + " is nothing that " + word + " can answer");
    }
    return new Reject(v4, v6, "reject with " + word + " " + code);
  }

  private static @Nullable RejectWith v4(String code) {
    return switch (code) {
      case "net-unreachable" -> RejectWith.ICMP_NET_UNREACHABLE;
      case "host-unreachable" -> RejectWith.ICMP_HOST_UNREACHABLE;
      case "prot-unreachable" -> RejectWith.ICMP_PROTO_UNREACHABLE;
      case "port-unreachable" -> RejectWith.ICMP_PORT_UNREACHABLE;
      case "net-prohibited" -> RejectWith.ICMP_NET_PROHIBITED;
      case "host-prohibited" -> RejectWith.ICMP_HOST_PROHIBITED;
      case "admin-prohibited" -> RejectWith.ICMP_ADMIN_PROHIBITED;
      default -> null;
    };
  }

  private static @Nullable RejectWith v6(String code) {
    return switch (code) {
      case "no-route" -> RejectWith.ICMP6_NO_ROUTE;
      case "admin-prohibited" -> RejectWith.ICMP6_ADM_PROHIBITED;
      case "addr-unreachable" -> RejectWith.ICMP6_ADDR_UNREACHABLE;
      case "port-unreachable" -> RejectWith.ICMP6_PORT_UNREACHABLE;
      case "policy-fail" -> RejectWith.ICMP6_POLICY_FAIL;
      case "reject-route" -> RejectWith.ICMP6_REJECT_ROUTE;
      default -> null;
    };
  }

  private static @Nullable RejectWith any4(String code) {
    return code.equals("no-route") ? RejectWith.ICMP_NET_UNREACHABLE : v4(code);
  }

  private static @Nullable RejectWith any6(String code) {
    return code.equals("host-unreachable") ? RejectWith.ICMP6_ADDR_UNREACHABLE : v6(code);
  }
}
