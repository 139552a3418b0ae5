/** A small cluster with a DNS, for tests. Nothing here decides how names resolve. */
@NullMarked
package io.kubehop.dns.testing;

import org.jspecify.annotations.NullMarked;
