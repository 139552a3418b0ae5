package io.kubehop.service.api;

/**
 * A Service port that requests go to (networking/v1 IngressServiceBackend).
 *
 * @param name the Service, of the same namespace
 * @param portName {@code port.name}; empty where the port is given by number
 * @param portNumber {@code port.number}; 0 where the port is given by name
 */
public record IngressServiceBackend(String name, String portName, int portNumber) {}
