package io.kubehop.scenarios.cli;

import io.kubehop.scenarios.cli.ReplayFiles.ScenarioFile;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.replay.ScenarioFiles;
import io.kubehop.scenarios.replay.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/** Replays files on all cores; the results are in the order of the files all the same. */
final class ParallelReplay {
  private final UnaryOperator<Scenario> overrides;

  ParallelReplay(UnaryOperator<Scenario> overrides) {
    this.overrides = overrides;
  }

  List<ScenarioResult> run(List<ScenarioFile> files) {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService threads = Executors.newFixedThreadPool(cores);
    try {
      List<Future<List<ScenarioResult>>> futures = new ArrayList<>();
      for (ScenarioFile file : files) {
        futures.add(threads.submit(() -> replay(file)));
      }
      List<ScenarioResult> results = new ArrayList<>();
      for (Future<List<ScenarioResult>> future : futures) {
        results.addAll(future.get());
      }
      return results;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** One file's own failure is one file's own: the others go on. */
  private List<ScenarioResult> replay(ScenarioFile file) {
    try {
      return ScenarioFiles.replay(file.name(), file.named(), overrides);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError unexpected) {
      String message = file.name() + ": internal: " + Failure.summary(unexpected);
      return List.of(ScenarioResult.unloadable(file.name(), List.of(message)));
    }
  }
}
