/**
 * When proxies write, and how what they write is shared: changes enter, calls of {@link
 * io.kubehop.kubeproxy.sync.SyncTask} leave at their time; services and the places of nodes enter
 * {@link io.kubehop.kubeproxy.sync.ViewGroup}, and one root for each node leaves.
 *
 * <p>May not live here: what a rule of any mode says.
 */
@NullMarked
package io.kubehop.kubeproxy.sync;

import org.jspecify.annotations.NullMarked;
