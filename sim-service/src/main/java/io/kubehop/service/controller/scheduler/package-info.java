/**
 * Pods without a node enter, Pods with one leave: the kube-scheduler, start at {@link
 * io.kubehop.service.controller.scheduler.Scheduler}.
 *
 * <p>Lives here: which nodes a Pod may go to, and which of them it goes to. May not live here:
 * anything that runs a Pod.
 */
@NullMarked
package io.kubehop.service.controller.scheduler;

import org.jspecify.annotations.NullMarked;
