package io.kubehop.core.host;

/**
 * Something that a packet meets at a hook, as the kernel's nf_hook_ops: a table, connection
 * tracking, NAT, IPVS. A hook runs its functions in order of priority; equal ones in the order in
 * which they came.
 */
public interface HookFunction {

  /** Its place at the hook: lower runs earlier. See {@link HookPriority}. */
  int priority();

  /**
   * Looks at the packet, and may change it.
   *
   * @return {@code Verdict.ACCEPT} to let it go on; anything else ends its way here
   */
  int run(Flight flight);
}
