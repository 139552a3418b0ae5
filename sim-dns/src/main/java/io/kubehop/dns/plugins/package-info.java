/**
 * The plugins of CoreDNS that do not speak of Kubernetes, one class each. They are put together in
 * the order that the server fixes, whatever the order of the file.
 *
 * <p>May not live here: the server with its sockets; plugins that need the API server.
 */
@NullMarked
package io.kubehop.dns.plugins;

import org.jspecify.annotations.NullMarked;
