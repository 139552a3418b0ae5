/**
 * How a host finds the addresses of a name. A name enters at {@link
 * io.kubehop.core.resolver.Resolver}; a {@link io.kubehop.core.resolver.Resolution} leaves, some
 * packets later.
 *
 * <p>Lives here: the interface alone, for everything that dials by name. May not live here: how
 * names are resolved, which needs a protocol that the machine does not know.
 */
@NullMarked
package io.kubehop.core.resolver;

import org.jspecify.annotations.NullMarked;
