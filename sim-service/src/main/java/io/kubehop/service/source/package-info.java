/**
 * Text in, trees with positions out. Here enter YAML and JSON as files, standard input or strings;
 * out go trees in which every value knows its file, line and column, decoded fields, and precise
 * problems.
 *
 * <p>Here live the reading of bytes, YAML 1.1 as {@code kubectl} reads it, strict JSON, paths into
 * trees, the toolkit with which formats are decoded ({@link io.kubehop.service.source.Fields}) and
 * the writers of both forms. What a field means does not live here: this package knows nothing of
 * Kubernetes.
 */
@NullMarked
package io.kubehop.service.source;

import org.jspecify.annotations.NullMarked;
