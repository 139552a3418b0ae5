/**
 * IPVS tables as text, in the forms that users of ipvsadm know: start at {@link
 * io.kubehop.core.ipvs.text.IpvsadmSave} and {@link io.kubehop.core.ipvs.text.IpvsadmRestore}.
 * Virtual servers enter and lines leave, or the other way round.
 *
 * <p>Source: ipvsadm 1.31. May not live here: anything that a packet could notice.
 */
@NullMarked
package io.kubehop.core.ipvs.text;

import org.jspecify.annotations.NullMarked;
