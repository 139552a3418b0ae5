package io.kubehop.service.load;

import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.source.Fields;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * How a kind is read and written.
 *
 * @param <T> its record
 * @param apiVersion group and version in which the cluster serves it
 * @param kind the kind
 * @param type its record
 * @param decode makes the record of metadata and checked fields
 * @param encode writes everything but version, kind and metadata
 */
record KindCodec<T extends KubeObject>(
    String apiVersion,
    String kind,
    Class<T> type,
    BiFunction<ObjectMeta, Fields, T> decode,
    BiConsumer<T, TreeBuilder> encode) {

  void encodeInto(KubeObject object, TreeBuilder tree) {
    encode.accept(type.cast(object), tree);
  }
}
