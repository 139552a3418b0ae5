package io.kubehop.dns.plugins;

import io.kubehop.core.host.Host;
import io.kubehop.core.trace.Recorder;
import io.kubehop.core.trace.Step;
import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Plugin;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.ResponseCode;
import java.util.stream.Collectors;

/**
 * Writes a line for each query (plugin/log): into the trace, whether or not the Corefile asks for
 * it.
 *
 * @param host the machine
 */
public record Log(Host host) implements Plugin {
  private static final String APPLICATION = "coredns";

  @Override
  public void serve(Query query, Chain next, Responder responder) {
    Recorder recorder = host.network().recorder();
    if (!recorder.isRecording()) {
      next.serve(query, responder);
      return;
    }
    next.serve(
        query,
        new Responder() {
          @Override
          public void reply(DnsMessage answer) {
            note(query, answer.rcode(), flags(answer) + records(answer));
            responder.reply(answer);
          }

          @Override
          public void fail(ResponseCode code) {
            note(query, code, "no plugin answered");
            responder.fail(code);
          }
        });
  }

  private void note(Query query, ResponseCode code, String result) {
    Recorder recorder = host.network().recorder();
    if (recorder.isRecording()) {
      String line =
          query.exchange().client()
              + " \""
              + query.type()
              + " "
              + query.question().className()
              + " "
              + query.name()
              + " "
              + query.exchange().protocol()
              + "\" "
              + code
              + " "
              + result;
      recorder.step(new Step.ApplicationNote(APPLICATION, line));
    }
  }

  private static String flags(DnsMessage answer) {
    return answer.header().flagList().stream().map(Flag::toString).collect(Collectors.joining(","));
  }

  private static String records(DnsMessage answer) {
    return answer.answer().stream()
        .map(record -> " " + record.type() + " " + record.data())
        .collect(Collectors.joining(","));
  }
}
