package io.kubehop.ingress.proxy;

import io.kubehop.core.http.HttpRequest;
import io.kubehop.core.http.HttpResponse;
import java.util.function.Function;

/** What is to become of a request. */
public sealed interface Decision {

  /** Hands the decision to the part of a proxy that carries it out. */
  void accept(Visitor visitor);

  /** Carries decisions out. */
  interface Visitor {
    /** Answers. */
    void answer(Answer answer);

    /** Passes on. */
    void forward(Forward forward);

    /** Asks somebody first. */
    void ask(Ask ask);
  }

  /**
   * The proxy answers by itself.
   *
   * @param response the answer
   * @param backend the backend that the rules had chosen, {@code namespace/service:port}; empty if
   *     none
   */
  record Answer(HttpResponse response, String backend) implements Decision {
    @Override
    public void accept(Visitor visitor) {
      visitor.answer(this);
    }
  }

  /**
   * A backend is to answer.
   *
   * @param request the request as the backend gets it
   * @param backend the backend, {@code namespace/service:port}; empty for one of the proxy's own
   * @param plan where the request goes, and what becomes of the answer
   */
  record Forward(HttpRequest request, String backend, ForwardPlan plan) implements Decision {
    @Override
    public void accept(Visitor visitor) {
      visitor.forward(this);
    }
  }

  /**
   * Somebody is asked, and the answer decides.
   *
   * @param request the question
   * @param plan whom to ask
   * @param then decides; it must depend on nothing but the answer and what does not change
   */
  record Ask(HttpRequest request, ForwardPlan plan, Function<HttpResponse, Decision> then)
      implements Decision {
    @Override
    public void accept(Visitor visitor) {
      visitor.ask(this);
    }
  }
}
