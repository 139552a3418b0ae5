package io.kubehop.core.host;

/** Where the kernel's own functions stand at a hook (include/uapi/linux/netfilter_ipv4.h). */
public final class HookPriority {
  /** Table raw. */
  public static final int RAW = -300;

  /** Connection tracking looks the packet up. */
  public static final int CONNTRACK = -200;

  /** Table mangle. */
  public static final int MANGLE = -150;

  /** Destination NAT. */
  public static final int DESTINATION_NAT = -100;

  /** Table filter. */
  public static final int FILTER = 0;

  /** Table security. */
  public static final int SECURITY = 50;

  /** Source NAT. */
  public static final int SOURCE_NAT = 100;

  /** A new connection is confirmed. */
  public static final int CONNTRACK_CONFIRM = Integer.MAX_VALUE;

  private HookPriority() {}
}
