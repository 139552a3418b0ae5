package io.kubehop.kubeproxy.sync;

import com.google.common.collect.ImmutableSet;
import io.kubehop.kubeproxy.services.ServiceSnapshot;
import java.util.List;

/**
 * A Service as a group has written it.
 *
 * @param service what was written
 * @param blocks what each of its ports contributes to the shared root
 * @param nodes the nodes that have something else laid over that
 */
record WrittenService<B>(ServiceSnapshot service, List<B> blocks, ImmutableSet<String> nodes) {

  WrittenService<B> withNodes(ImmutableSet<String> more) {
    return more.isEmpty()
        ? this
        : new WrittenService<>(
            service, blocks, ImmutableSet.<String>builder().addAll(nodes).addAll(more).build());
  }
}
