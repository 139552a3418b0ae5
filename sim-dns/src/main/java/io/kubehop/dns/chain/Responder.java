package io.kubehop.dns.chain;

import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.ResponseCode;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Gets the answer to a query. A plugin that changes answers puts one of its own in between. */
public interface Responder {

  /** A plugin has an answer. */
  void reply(DnsMessage answer);

  /**
   * No plugin has one; the server makes it from the code. What plugins do to answers is not done to
   * that one.
   */
  void fail(ResponseCode code);

  /** A responder that changes answers and leaves failures alone. */
  default Responder changing(UnaryOperator<DnsMessage> change) {
    Responder outer = this;
    return new Responder() {
      @Override
      public void reply(DnsMessage answer) {
        outer.reply(change.apply(answer));
      }

      @Override
      public void fail(ResponseCode code) {
        outer.fail(code);
      }
    };
  }

  /** A responder that hands answers to something else and leaves failures alone. */
  default Responder catching(Consumer<DnsMessage> taker) {
    Responder outer = this;
    return new Responder() {
      @Override
      public void reply(DnsMessage answer) {
        taker.accept(answer);
      }

      @Override
      public void fail(ResponseCode code) {
        outer.fail(code);
      }
    };
  }
}
