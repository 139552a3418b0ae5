package io.kubehop.scenarios.trace;

import io.kubehop.core.net.FiveTuple;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened to a packet on one host, in words.
 *
 * @param time when the packet came to the host, in nanoseconds of virtual time
 * @param host the host, such as {@code node-a} or {@code pod/shop/web-0}
 * @param stage what part of the host it was: {@code send}, {@code iptables}, {@code nat}, {@code
 *     route}, {@code accept}, {@code answer}, {@code drop}, or the name of an application
 * @param detail what happened
 * @param packet who talks to whom at this point
 * @param rule the rule that decided, as its tool prints it; absent where none did
 * @param origin what that rule was written for, such as {@code Service/shop/cart}, if it is known
 * @param walk every rule that was looked at, in order, if that was asked for
 * @param routine whether it is what a reader takes for granted, once it was told of the first
 *     packet
 */
public record TraceLine(
    long time,
    String host,
    String stage,
    String detail,
    FiveTuple packet,
    Optional<String> rule,
    Optional<String> origin,
    List<String> walk,
    boolean routine) {

  /** Copies the list. */
  public TraceLine {
    walk = List.copyOf(walk);
  }
}
