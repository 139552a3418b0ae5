package io.kubehop.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The program that runs in each network namespace of the real kernel: it serves, and it calls when
 * told to. A line on standard input is a command, and brings a line for each call:
 *
 * <pre>
 * listen NAME ADDRESS[,ADDRESS...] PORT[,PORT...]
 * call MILLISECONDS PROTOCOL ADDRESS PORT SOURCE-PORT[; PROTOCOL ...]
 * </pre>
 *
 * <p>The calls of one command are made at the same time. It ends with its standard input.
 */
public final class Agent {
  private final PrintStream out;
  private final ExecutorService callers = Executors.newCachedThreadPool();

  private Agent(PrintStream out) {
    this.out = out;
  }

  /** Obeys until there is nothing more to read. */
  public static void main(String[] args) throws IOException {
    Agent agent = new Agent(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      agent.obey(line);
    }
    System.exit(0); // the servers' threads would go on
  }

  private void obey(String line) throws IOException {
    String[] words = line.split(" ", 3);
    if (words[0].equals("listen")) {
      AgentServer.start(words[1], words[2]);
      out.println("listening");
    } else {
      call(Integer.parseInt(words[1]), words[2].split(";"));
    }
  }

  private void call(int patience, String[] calls) {
    List<Future<String>> answers = new ArrayList<>();
    for (String call : calls) {
      answers.add(callers.submit(() -> AgentCall.parse(call.strip(), patience).make()));
    }
    for (Future<String> answer : answers) {
      out.println(text(answer));
    }
  }

  private static String text(Future<String> answer) {
    try {
      return answer.get();
    } catch (Exception e) {
      return "broken " + e;
    }
  }
}
