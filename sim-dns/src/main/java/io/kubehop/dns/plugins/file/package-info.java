/**
 * The plugin that answers from zone files (plugin/file). Start at {@link
 * io.kubehop.dns.plugins.file.File}. Signatures and DNAME records are not modelled.
 *
 * <p>May not live here: any other plugin.
 */
@NullMarked
package io.kubehop.dns.plugins.file;

import org.jspecify.annotations.NullMarked;
