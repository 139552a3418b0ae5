package io.kubehop.core.ipvs.scheduler;

import com.google.common.collect.ImmutableList;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.StateDigest;
import org.jspecify.annotations.Nullable;

/**
 * The servers that lblcr keeps for one address (struct ip_vs_dest_set).
 *
 * @param members the one that joined last comes first
 * @param lastChange when one last joined or left, in nanoseconds
 * @param lastUse when it was last asked, in nanoseconds
 */
record ReplicaSet(ImmutableList<Candidate> members, long lastChange, long lastUse)
    implements Digestible {

  static ReplicaSet empty(long now) {
    return new ReplicaSet(ImmutableList.of(), now, now);
  }

  int size() {
    return members.size();
  }

  boolean contains(Candidate server) {
    return members.contains(server);
  }

  ReplicaSet usedAt(long now) {
    return new ReplicaSet(members, lastChange, now);
  }

  ReplicaSet with(Candidate server, long now) {
    return new ReplicaSet(
        ImmutableList.<Candidate>builder().add(server).addAll(members).build(), now, lastUse);
  }

  ReplicaSet without(Candidate server, long now) {
    ImmutableList<Candidate> rest =
        members.stream()
            .filter(member -> member != server)
            .collect(ImmutableList.toImmutableList());
    return new ReplicaSet(rest, now, lastUse);
  }

  void release() {
    members.forEach(Candidate::release);
  }

  /** The member that has the least to do for its weight, among those that may be taken. */
  @Nullable Candidate leastLoaded() {
    Candidate least = null;
    for (Candidate member : members) {
      boolean usable = member.isAvailable() && member.weight() > 0 && !member.isOverloaded();
      if (usable && (least == null || Load.CONNECTIONS.isLighter(member, least))) {
        least = member;
      }
    }
    return least;
  }

  /** The member that has the most to do for its weight, drained ones apart. */
  @Nullable Candidate mostLoaded() {
    Candidate most = null;
    for (Candidate member : members) {
      if (member.weight() > 0 && (most == null || Load.CONNECTIONS.isLighter(most, member))) {
        most = member;
      }
    }
    return most;
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(members.size()).add(lastChange).add(lastUse);
    for (Candidate member : members) {
      digest.add(member.addressHigh()).add(member.addressLow()).add(member.port());
    }
  }
}
