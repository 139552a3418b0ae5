package io.kubehop.service.api;

import java.util.List;

/**
 * What a {@link Probe} does (core/v1 ProbeHandler).
 *
 * @param kind which of the actions it is
 * @param port the port of the Pod, by number or container port name; meaningless for {@code EXEC}
 * @param path the HTTP path; empty for the other kinds
 * @param scheme {@code HTTP} or {@code HTTPS} for that kind; empty for the others
 * @param host the HTTP or TCP host; empty: the address of the Pod
 * @param command the command of {@code EXEC}, which the simulator takes to succeed; empty for the
 *     other kinds
 */
public record ProbeAction(
    Kind kind, IntOrString port, String path, String scheme, String host, List<String> command) {

  /** Copies the command. */
  public ProbeAction {
    command = List.copyOf(command);
  }

  /** The ways to check a container. */
  public enum Kind {
    /** A command inside of the container. */
    EXEC,
    /** A GET request whose status is from 200 to 399. */
    HTTP_GET,
    /** A TCP connection. */
    TCP_SOCKET,
    /** The gRPC health check. */
    GRPC
  }
}
