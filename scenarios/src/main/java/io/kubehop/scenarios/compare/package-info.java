/**
 * The modes of kube-proxy side by side: a scenario enters {@link
 * io.kubehop.scenarios.compare.ModeComparison}, and what each mode does otherwise than iptables
 * mode leaves as a {@link io.kubehop.scenarios.compare.ModeReport}.
 *
 * <p>Here lives the choice of what is tried, and why modes differ, as far as that is documented.
 * What a connection does is not decided here, and no report is written.
 */
@NullMarked
package io.kubehop.scenarios.compare;

import org.jspecify.annotations.NullMarked;
