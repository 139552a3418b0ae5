package io.kubehop.service.load;

import io.kubehop.service.api.CronJob;
import io.kubehop.service.api.CronJobSpec;
import io.kubehop.service.api.Job;
import io.kubehop.service.api.JobSpec;
import io.kubehop.service.api.JobStatus;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.source.Fields;
import java.util.Optional;

/** Reads and writes Jobs and CronJobs. */
final class JobCodec {
  private JobCodec() {}

  static Job decode(ObjectMeta meta, Fields fields) {
    return new Job(meta, spec(fields.object("spec")), status(fields.object("status")));
  }

  static CronJob cronJob(ObjectMeta meta, Fields fields) {
    Fields spec = fields.object("spec");
    return new CronJob(
        meta,
        new CronJobSpec(
            spec.text("schedule", ""),
            spec.flag("suspend", false),
            spec(spec.object("jobTemplate").object("spec"))));
  }

  /** One Pod has to succeed where neither number is given (batch/v1 SetDefaults_Job). */
  private static JobSpec spec(Fields fields) {
    Optional<Integer> parallelism = fields.optionalInteger("parallelism");
    Optional<Integer> completions = fields.optionalInteger("completions");
    return new JobSpec(
        parallelism.orElse(1),
        completions.or(() -> parallelism.isEmpty() ? Optional.of(1) : Optional.empty()),
        fields.flag("suspend", false),
        fields.optionalObject("selector").map(MetadataCodec::selector),
        PodCodec.template(fields.object("template")));
  }

  private static JobStatus status(Fields fields) {
    return new JobStatus(
        fields.integer("active", 0),
        fields.integer("ready", 0),
        fields.integer("succeeded", 0),
        fields.integer("failed", 0));
  }

  static void encode(Job job, TreeBuilder tree) {
    JobStatus status = job.status();
    tree.object("spec", encodeSpec(job.spec()))
        .object(
            "status",
            new TreeBuilder()
                .unlessZero("active", status.active())
                .unlessZero("ready", status.ready())
                .unlessZero("succeeded", status.succeeded())
                .unlessZero("failed", status.failed()));
  }

  static void encode(CronJob job, TreeBuilder tree) {
    tree.object(
        "spec",
        new TreeBuilder()
            .text("schedule", job.spec().schedule())
            .ifTrue("suspend", job.spec().suspend())
            .object(
                "jobTemplate",
                new TreeBuilder().object("spec", encodeSpec(job.spec().jobTemplate()))));
  }

  private static TreeBuilder encodeSpec(JobSpec spec) {
    return new TreeBuilder()
        .number("parallelism", spec.parallelism())
        .optional("completions", spec.completions())
        .ifTrue("suspend", spec.suspend())
        .optionalObject("selector", spec.selector(), MetadataCodec::encodeSelector)
        .object("template", PodCodec.encodeTemplate(spec.template()));
  }
}
