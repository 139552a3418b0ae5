package io.kubehop.ingress.proxy;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.TcpSocket;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.trace.Hop;
import io.kubehop.core.trace.Recorder;
import io.kubehop.core.trace.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes down why a proxy decides as it does, while it decides: for the trace, and for the answer.
 * One that nobody reads takes nothing down.
 */
public final class Explanation {
  /** Nobody reads it. */
  public static final Explanation NONE = new Explanation(null, "", new Journal());

  private final @Nullable TcpSocket socket;
  private final String application;
  private final RefCell<List<String>> lines;
  private final LongCell told;

  private Explanation(@Nullable TcpSocket socket, String application, Journal journal) {
    this.socket = socket;
    this.application = application;
    this.lines = new RefCell<>(journal, List.of());
    this.told = new LongCell(journal, 0);
  }

  /**
   * Makes an explanation of what is decided for a client.
   *
   * @param socket the proxy's end of the client's connection
   * @param application who decides
   */
  public static Explanation of(TcpSocket socket, String application) {
    return new Explanation(socket, application, socket.host().simulation().journal());
  }

  /** Whether lines are kept; callers ask before they make one. */
  public boolean isWanted() {
    return socket != null && socket.host().network().recorder().isRecording();
  }

  /** Takes down one line. */
  public void add(String line) {
    if (isWanted()) {
      List<String> all = new ArrayList<>(lines.get());
      all.add(line);
      lines.set(List.copyOf(all));
    }
  }

  /**
   * Has the trace show the lines that it has not shown yet: what is decided comes before the
   * packets that follow from it.
   */
  public void tell() {
    List<String> news = lines.get().subList((int) told.get(), lines.get().size());
    if (socket == null || news.isEmpty()) {
      return;
    }
    told.set(lines.get().size());
    Host host = socket.host();
    FiveTuple client = client(socket.remote(), socket.local());
    Recorder recorder = host.network().recorder();
    recorder.hop(
        new Hop.Place(host.simulation().now(), host.name(), client, "request of " + client));
    news.forEach(line -> recorder.step(new Step.ApplicationNote(application, line)));
    recorder.hopEnded();
  }

  private static FiveTuple client(SocketAddress from, SocketAddress to) {
    return new FiveTuple(
        Protocol.TCP.number(), from.address(), from.port(), to.address(), to.port());
  }

  /** Returns the lines so far. */
  public List<String> lines() {
    return lines.get();
  }
}
