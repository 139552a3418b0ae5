/**
 * The plugin that changes questions on their way in and answers on their way out (plugin/rewrite).
 * Start at {@link io.kubehop.dns.plugins.rewrite.Rewrite}.
 *
 * <p>Lives here: its rules and their grammar. May not live here: any other plugin.
 */
@NullMarked
package io.kubehop.dns.plugins.rewrite;

import org.jspecify.annotations.NullMarked;
