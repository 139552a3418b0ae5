package io.kubehop.service.api;

/**
 * What a {@link CronJob} asks for (batch/v1 CronJobSpec).
 *
 * @param schedule the times, as {@code cron} writes them
 * @param suspend whether no Jobs are to run
 * @param jobTemplate what its Jobs look like
 */
public record CronJobSpec(String schedule, boolean suspend, JobSpec jobTemplate) {}
