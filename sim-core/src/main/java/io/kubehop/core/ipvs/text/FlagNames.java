package io.kubehop.core.ipvs.text;

import io.kubehop.core.ipvs.scheduler.SchedulerFlags;
import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import java.util.ArrayList;
import java.util.List;

/** The scheduler flags under the names that ipvsadm has for them, which depend on the scheduler. */
final class FlagNames {
  private FlagNames() {}

  /** The names of flags, joined by commas; empty if there is none that has a name. */
  static String print(SchedulerKind scheduler, int flags) {
    boolean named = scheduler == SchedulerKind.SH || scheduler == SchedulerKind.MH;
    List<String> names = new ArrayList<>();
    if ((flags & SchedulerFlags.FALLBACK) != 0) {
      names.add(named ? scheduler + "-fallback" : "flag-1");
    }
    if ((flags & SchedulerFlags.PORT) != 0) {
      names.add(named ? scheduler + "-port" : "flag-2");
    }
    if ((flags & SchedulerFlags.FLAG_3) != 0 && !named) {
      names.add("flag-3");
    }
    return String.join(",", names);
  }

  /** The flag of a name; 0 if the scheduler has no such flag. */
  static int parse(SchedulerKind scheduler, String name) {
    if (name.equals("flag-3")) {
      return SchedulerFlags.FLAG_3;
    }
    if (name.equals("flag-1") || isOf(scheduler, name, "fallback")) {
      return SchedulerFlags.FALLBACK;
    }
    return name.equals("flag-2") || isOf(scheduler, name, "port") ? SchedulerFlags.PORT : 0;
  }

  private static boolean isOf(SchedulerKind scheduler, String name, String suffix) {
    boolean named = scheduler == SchedulerKind.SH || scheduler == SchedulerKind.MH;
    return named && name.equals(scheduler + "-" + suffix);
  }
}
