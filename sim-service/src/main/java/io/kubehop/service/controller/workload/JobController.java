package io.kubehop.service.controller.workload;

import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.Job;
import io.kubehop.service.api.JobSpec;
import io.kubehop.service.api.JobStatus;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.controller.PodLister;
import io.kubehop.service.controller.WorkQueue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the Pods of Jobs (pkg/controller/job). What a container does is not known, so a Pod goes on
 * running until somebody says that it has ended.
 */
public final class JobController {
  private final ApiServer apiServer;
  private final PodLister pods;
  private final WorkQueue queue;

  /** Starts to watch Jobs and Pods. */
  public JobController(Simulation simulation, ApiServer apiServer, PodLister pods) {
    this.apiServer = apiServer;
    this.pods = pods;
    this.queue = new WorkQueue(simulation, ReplicaSetController.DELAY, this::reconcile);
    apiServer.watch(Job.class, event -> queue.add(event.key()));
    apiServer.watch(
        Pod.class, event -> PodLister.controllerOf(event.object()).ifPresent(queue::add));
  }

  private void reconcile(ObjectKey key) {
    apiServer.find(Job.class, key).ifPresent(this::reconcile);
  }

  private void reconcile(Job job) {
    List<Pod> all = pods.managedBy(job);
    List<Pod> active = all.stream().filter(Availability::isActive).toList();
    int succeeded = inPhase(all, "Succeeded");
    int missing = wanted(job.spec(), succeeded) - active.size();
    if (missing > 0) {
      create(job, missing);
    } else if (missing < 0) {
      DeletionOrder.of(active).stream().limit(-missing).forEach(pod -> apiServer.delete(pod.key()));
    }
    int ready = (int) active.stream().filter(pod -> pod.status().isReady()).count();
    apiServer.update(
        job.withStatus(new JobStatus(active.size(), ready, succeeded, inPhase(all, "Failed"))));
  }

  /**
   * How many Pods are to run: without a number of completions, all of them until one has succeeded.
   */
  private static int wanted(JobSpec spec, int succeeded) {
    if (spec.suspend()) {
      return 0;
    }
    return spec.completions()
        .map(completions -> Math.min(spec.parallelism(), completions - succeeded))
        .orElse(succeeded > 0 ? 0 : spec.parallelism());
  }

  private static int inPhase(List<Pod> all, String phase) {
    return (int) all.stream().filter(pod -> pod.status().phase().equals(phase)).count();
  }

  private void create(Job job, int count) {
    int created = 0;
    for (int ordinal = 0; created < count; ordinal++) {
      String name = job.metadata().name() + "-" + ordinal;
      ObjectKey key = new ObjectKey(Pod.KIND, job.metadata().namespace(), name);
      if (apiServer.find(Pod.class, key).isEmpty()) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("batch.kubernetes.io/job-name", job.metadata().name());
        labels.put("job-name", job.metadata().name());
        apiServer.create(PodTemplates.instantiate(job, job.spec().template(), name, labels));
        created++;
      }
    }
  }
}
