package io.kubehop.scenarios.cluster;

import io.kubehop.core.app.Call;
import io.kubehop.core.app.CallResult;
import io.kubehop.core.app.Echo;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.scenarios.connection.Ending;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message and its answer over TCP, UDP or SCTP. */
final class PlainDial implements Dial {
  private final Call call;
  private final PodNames podNames;

  PlainDial(Call call, PodNames podNames) {
    this.call = call;
    this.podNames = podNames;
  }

  @Override
  public void begin() {
    call.begin();
  }

  @Override
  public @Nullable Dialled result() {
    CallResult result = call.result();
    return result == null ? null : dialled(result);
  }

  @Override
  public void whenOver(Runnable listener) {
    call.whenOver(listener);
  }

  @Override
  public @Nullable FiveTuple tuple() {
    return call.tuple();
  }

  @Override
  public Dialled complete() {
    return dialled(call.complete());
  }

  private Dialled dialled(CallResult result) {
    Optional<Echo> answer = Optional.ofNullable(result.answer());
    Ending ending =
        new Ending(
            result.outcome(),
            answer.map(Echo::server),
            answer.flatMap(echo -> podNames.at(echo.host(), echo.server())),
            answer.map(echo -> echo.client().address()),
            answer.map(echo -> result.sourceTranslated()),
            Optional.ofNullable(result.failure()),
            Optional.empty());
    return new Dialled(ending, result.begun(), result.ended());
  }
}
