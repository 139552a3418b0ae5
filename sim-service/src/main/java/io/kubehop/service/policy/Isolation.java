package io.kubehop.service.policy;

import java.util.List;

/**
 * One direction in which a Pod is isolated: only what some rule of some policy allows passes.
 *
 * @param policies the policies that isolate it, by namespace and name
 * @param allowances the rules of all of them
 */
record Isolation(List<String> policies, List<Allowance> allowances) {}
