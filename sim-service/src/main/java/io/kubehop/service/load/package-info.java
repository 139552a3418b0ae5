/**
 * Manifests in, objects out, and objects out again as manifests. Here enter files, folders,
 * standard input and trees of a scenario; out go the records of {@code service.api}, each with the
 * tree it was read from, so that a trace can name the line of a manifest years after it was read.
 * Start with {@link io.kubehop.service.load.ManifestLoader}; {@link
 * io.kubehop.service.load.ObjectPrinter} goes the other way.
 *
 * <p>Here live the fields and types of every kind that matters ({@code kubernetes.schema}, written
 * from fabric8's model classes by a test), the strict check against them, and one codec for each
 * family of kinds. Defaults that depend on other fields, validation and allocation are the API
 * server's and do not live here.
 */
@NullMarked
package io.kubehop.service.load;

import org.jspecify.annotations.NullMarked;
