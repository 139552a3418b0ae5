package io.kubehop.service.controller.kubelet;

import io.kubehop.service.api.Container;
import io.kubehop.service.api.LifecycleHandler;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Probe;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the steps in the life of a Pod take, in nanoseconds. */
final class PodTimes {
  /**
   * From the binding to running containers: sandbox, network, an image that is there, the process
   * itself.
   */
  private static final long START = TimeUnit.SECONDS.toNanos(1);

  /** From the signal to the end of a process that has nothing left to do. */
  static final long STOP = TimeUnit.MILLISECONDS.toNanos(100);

  /**
   * Between two looks of the kubelet at the state of its containers (the relist period of PLEG).
   */
  static final long RELIST = TimeUnit.SECONDS.toNanos(1);

  private static final Pattern SLEEP = Pattern.compile("(?:^|[\\s;&|/])sleep\\s+(\\d{1,6})\\b");

  private PodTimes() {}

  /**
   * From the binding to running containers; containers that run first take their time one by one.
   */
  static long untilRunning(Pod pod) {
    return START * (1 + pod.spec().initContainers().size());
  }

  /** From running containers to the success of every probe that has to succeed first. */
  static long untilReady(Pod pod) {
    return pod.spec().containers().stream().mapToLong(PodTimes::untilReady).max().orElse(0);
  }

  private static long untilReady(Container container) {
    long started = container.startupProbe().map(probe -> successAfter(probe, 0)).orElse(0L);
    return container.readinessProbe().map(probe -> successAfter(probe, started)).orElse(started);
  }

  /**
   * Probes begin once the initial delay is over, and go on until they have succeeded often enough.
   */
  private static long successAfter(Probe probe, long earliest) {
    long begin = Math.max(earliest, TimeUnit.SECONDS.toNanos(probe.initialDelaySeconds()));
    long repeats = Math.max(1, probe.successThreshold()) - 1L;
    return begin + repeats * TimeUnit.SECONDS.toNanos(probe.periodSeconds());
  }

  /**
   * From the deletion to the signal that ends the containers: the longest preStop hook, cut off at
   * the grace period.
   */
  static long preStop(Pod pod) {
    long longest =
        pod.spec().containers().stream()
            .flatMap(container -> container.preStop().stream())
            .mapToLong(PodTimes::sleepSeconds)
            .max()
            .orElse(0);
    return TimeUnit.SECONDS.toNanos(Math.min(longest, pod.spec().terminationGracePeriodSeconds()));
  }

  /**
   * The pause of a hook: its {@code sleep}, or the one in a command such as {@code sh -c "sleep
   * 15"}.
   */
  private static long sleepSeconds(LifecycleHandler hook) {
    List<String> command = hook.exec();
    Matcher sleep = SLEEP.matcher(String.join(" ", command));
    return hook.sleepSeconds().orElseGet(() -> sleep.find() ? Long.parseLong(sleep.group(1)) : 0L);
  }
}
