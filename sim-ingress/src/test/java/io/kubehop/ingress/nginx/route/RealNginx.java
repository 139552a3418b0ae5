package io.kubehop.ingress.nginx.route;

import io.kubehop.ingress.nginx.server.NginxConfiguration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An nginx that runs on loopback with a configuration, if the machine has one. */
final class RealNginx implements AutoCloseable {
  private final Path folder;
  private final int port;
  private final Process process;

  private RealNginx(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  static boolean isInstalled() {
    try {
      return new ProcessBuilder("nginx", "-v").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether nginx takes a configuration. */
  static boolean accepts(NginxConfiguration configuration)
      throws IOException, InterruptedException {
    Path folder = write(configuration, 1, 2);
    Process test = nginx(folder, "-t").start();
    boolean accepted = test.waitFor() == 0;
    delete(folder);
    return accepted;
  }

  static RealNginx start(NginxConfiguration configuration)
      throws IOException, InterruptedException {
    int[] ports = freePorts();
    Path folder = write(configuration, ports[0], ports[1]);
    RealNginx started = new RealNginx(folder, ports[0], nginx(folder).start());
    started.awaitStart();
    return started;
  }

  /** Two that are open at the same time are not the same. */
  private static int[] freePorts() throws IOException {
    try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new int[] {one.getLocalPort(), other.getLocalPort()};
    }
  }

  private static Path write(NginxConfiguration configuration, int port, int backendPort)
      throws IOException {
    Path folder = Files.createTempDirectory("real-nginx");
    String text = Answer.nginxConf(configuration, port, backendPort);
    Files.write(folder.resolve("nginx.conf"), text.getBytes(StandardCharsets.UTF_8));
    return folder;
  }

  private static ProcessBuilder nginx(Path folder, String... arguments) {
    ProcessBuilder builder =
        new ProcessBuilder("nginx", "-p", folder.toString(), "-c", "nginx.conf", "-e", "error.log");
    builder.command().addAll(List.of(arguments));
    return builder.redirectErrorStream(true).redirectOutput(folder.resolve("output.txt").toFile());
  }

  private void awaitStart() throws IOException, InterruptedException {
    for (int i = 0; i < 200 && process.isAlive(); i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
    throw new IOException(
        "nginx does not start: " + Files.readString(folder.resolve("output.txt")));
  }

  /** What nginx says to a request. */
  Answer ask(String host, String target) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5000);
      String request =
          "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return read(
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer read(BufferedReader reader) throws IOException {
    int status = Integer.parseInt(String.valueOf(reader.readLine()).split(" ")[1]);
    String redirect = "";
    boolean chunked = false;
    String line = String.valueOf(reader.readLine());
    while (!line.isEmpty() && !line.equals("null")) {
      redirect = line.startsWith("Location: ") ? line.substring(10) : redirect;
      chunked |= line.equalsIgnoreCase("Transfer-Encoding: chunked");
      line = String.valueOf(reader.readLine());
    }
    if (status != 200) {
      return new Answer(status, "", redirect);
    }
    String first = reader.readLine();
    String location = chunked ? reader.readLine() : first;
    String target = reader.readLine();
    return new Answer(200, location == null ? "" : location, target == null ? "" : target);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
