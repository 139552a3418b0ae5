package io.kubehop.ingress.proxy;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.SocketError;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.http.HttpCallback;
import io.kubehop.core.http.HttpClient;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpRequest;
import io.kubehop.core.http.HttpResponse;
import io.kubehop.core.http.Relay;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.resolver.Resolution;
import io.kubehop.core.resolver.Resolver;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import org.jspecify.annotations.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One request on its way through a proxy.
 *
 * <p>Where one of its connections or look-ups ends, a leg ends; what is chosen next belongs to the
 * next leg, and so happens in an event of its own.
 */
final class ProxiedExchange implements Decision.Visitor, HttpCallback, EventHandler {
  private static final int DECIDE = 0;
  private static final int ATTEMPT = 1;
  private static final int RESPONSE = 2;
  private static final int FAILURE = 3;
  private static final long NOT_BEGUN = -1;

  private final String name;
  private final Router router;
  private final Resolver resolver;
  private final ProxyRequest request;
  private final Host host;
  private final Simulation simulation;
  private final NullableCell<Decision> current;
  private final NullableCell<HttpClient> client;
  private final RefCell<List<SocketAddress>> tried;
  private final LongCell attemptBegun;
  private final LongCell firstBegun;

  ProxiedExchange(String name, Router router, Resolver resolver, ProxyRequest request) {
    this.name = name;
    this.router = router;
    this.resolver = resolver;
    this.request = request;
    this.host = request.exchange().connection().socket().host();
    this.simulation = host.simulation();
    Journal journal = simulation.journal();
    this.current = new NullableCell<>(journal);
    this.client = new NullableCell<>(journal);
    this.tried = new RefCell<>(journal, List.of());
    this.attemptBegun = new LongCell(journal, 0);
    this.firstBegun = new LongCell(journal, NOT_BEGUN);
  }

  /** What a client's leg has come to: equal arrivals are treated alike. */
  private record Arrival(String host, IpAddress client, HttpRequest request, boolean tls) {}

  private record Failed(SocketAddress endpoint, SocketFailure failure, boolean sent) {}

  void arrived() {
    request.exchange().connection().attach(this);
    endLeg(
        new Arrival(host.name(), request.client().address(), request.request(), request.isTls()),
        DECIDE,
        null);
  }

  private void endLeg(Object result, int next, @Nullable Object payload) {
    simulation.endLeg(result);
    simulation.scheduleTimer(0, this, next, 0, payload);
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (request.exchange().connection().attachment() != this) {
      return; // the client is gone
    }
    switch (kind) {
      case DECIDE -> router.decide(request).accept(this);
      case ATTEMPT -> attempt();
      case RESPONSE -> responded((HttpResponse) Objects.requireNonNull(payload));
      case FAILURE -> failed((Failed) Objects.requireNonNull(payload));
      default -> throw new IllegalStateException("no event " + kind);
    }
  }

  /** The client is gone. */
  void abandon() {
    HttpClient open = client.get();
    if (open != null) {
      open.close();
    }
    end();
  }

  private void end() {
    client.set(null);
    request.exchange().connection().attach(null);
    router.finished(request);
  }

  @Override
  public void answer(Decision.Answer answer) {
    respond(answer.response(), true, answer.backend());
  }

  @Override
  public void forward(Decision.Forward forward) {
    start(forward);
  }

  @Override
  public void ask(Decision.Ask ask) {
    start(ask);
  }

  private void start(Decision decision) {
    current.set(decision);
    tried.set(List.of());
    firstBegun.set(simulation.now());
    String unresolved = plan().name();
    if (unresolved == null) {
      attempt();
    } else {
      resolver.resolve(unresolved, this::resolved);
    }
  }

  private void resolved(Resolution resolution) {
    note(resolution.name() + ": " + resolution.detail());
    plan().resolved(resolution.addresses());
    simulation.scheduleTimer(0, this, ATTEMPT, 0, null);
  }

  private void attempt() {
    SocketAddress endpoint = plan().next(tried.get());
    if (endpoint == null) {
      fail(502, "no endpoint is left");
      return;
    }
    note("connects to " + endpoint);
    attemptBegun.set(simulation.now());
    List<SocketAddress> all = new ArrayList<>(tried.get());
    all.add(endpoint);
    tried.set(all);
    Attempts attempts = plan().attempts();
    HttpClient opened =
        new HttpClient(
            host,
            new HttpClient.Target(
                endpoint,
                null,
                0,
                plan().tls(),
                attempts.connectTimeout(),
                attempts.readTimeout(),
                name));
    client.set(opened);
    opened.send(current.get() instanceof Decision.Forward f ? f.request() : asked(), this);
  }

  private HttpRequest asked() {
    return ((Decision.Ask) Objects.requireNonNull(current.get())).request();
  }

  private ForwardPlan plan() {
    return current.get() instanceof Decision.Forward forward
        ? forward.plan()
        : ((Decision.Ask) Objects.requireNonNull(current.get())).plan();
  }

  @Override
  public void onResponse(HttpClient from, HttpResponse response) {
    from.close();
    plan().answered(from.target().address(), simulation.now() - attemptBegun.get());
    endLeg(response, RESPONSE, response);
  }

  private void responded(HttpResponse response) {
    if (current.get() instanceof Decision.Ask ask) {
      ask.then().apply(response).accept(this);
    } else if (mayRetry("http_" + response.status(), true)) {
      note("the answer is " + response.status() + ", so the next endpoint is tried");
      attempt();
    } else {
      handOn(response);
    }
  }

  private void handOn(HttpResponse response) {
    Decision instead = plan().instead(response.status(), true);
    if (instead != null) {
      instead.accept(this);
    } else {
      respond(plan().amend(response), false, backend());
    }
  }

  @Override
  public void onFailure(HttpClient from, SocketFailure failure, boolean sent) {
    Failed failed = new Failed(from.target().address(), failure, sent);
    endLeg(failed, FAILURE, failed);
  }

  private void failed(Failed what) {
    boolean timeout = what.failure.error() == SocketError.ETIMEDOUT;
    String why = what.endpoint + " fails: " + describe(what.failure);
    note(why);
    if (mayRetry(timeout ? "timeout" : "error", what.sent)) {
      attempt();
    } else {
      fail(timeout ? 504 : 502, why);
    }
  }

  private static String describe(SocketFailure failure) {
    return failure.refusal() == null
        ? failure.error().toString()
        : failure.error() + ", " + failure.refusal().detail();
  }

  private boolean mayRetry(String condition, boolean sent) {
    return plan()
        .attempts()
        .again(
            condition,
            request.request().method(),
            sent,
            tried.get().size(),
            simulation.now() - firstBegun.get());
  }

  private void fail(int status, String why) {
    HttpResponse response = new HttpResponse(status, HttpHeaders.NONE, why);
    if (current.get() instanceof Decision.Ask ask) {
      ask.then().apply(response).accept(this);
      return;
    }
    Decision instead = plan().instead(status, false);
    if (instead != null) {
      instead.accept(this);
    } else {
      respond(response, true, backend());
    }
  }

  private String backend() {
    return current.get() instanceof Decision.Forward forward ? forward.backend() : "";
  }

  private void respond(HttpResponse response, boolean ownAnswer, String backend) {
    HttpClient asked = ownAnswer ? null : client.get();
    Relay relay =
        new Relay(
            host.name(),
            ownAnswer,
            backend,
            asked == null ? null : asked.local(),
            request.explanation().lines());
    end();
    request.exchange().respond(response.through(relay));
  }

  private void note(String text) {
    if (request.explanation().isWanted()) {
      request.explanation().add(text);
    }
  }
}
