package io.kubehop.core.ipvs.text;

import org.jspecify.annotations.Nullable;

/**
 * The options of ipvsadm that its save writes, with those that {@code -A} and {@code -a} take
 * besides.
 */
enum OptionName {
  ADD_SERVICE("-A", "--add-service", Argument.NONE, Use.COMMAND),
  ADD_SERVER("-a", "--add-server", Argument.NONE, Use.COMMAND),
  TCP_SERVICE("-t", "--tcp-service", Argument.NEEDED, Use.BOTH),
  UDP_SERVICE("-u", "--udp-service", Argument.NEEDED, Use.BOTH),
  SCTP_SERVICE("", "--sctp-service", Argument.NEEDED, Use.BOTH),
  FWMARK_SERVICE("-f", "--fwmark-service", Argument.NEEDED, Use.BOTH),
  IPV6("-6", "--ipv6", Argument.NONE, Use.BOTH),
  SCHEDULER("-s", "--scheduler", Argument.NEEDED, Use.SERVICE),
  PERSISTENT("-p", "--persistent", Argument.OPTIONAL, Use.SERVICE),
  NETMASK("-M", "--netmask", Argument.NEEDED, Use.SERVICE),
  ONE_PACKET("-o", "--ops", Argument.NONE, Use.SERVICE),
  SCHEDULER_FLAGS("-b", "--sched-flags", Argument.NEEDED, Use.SERVICE),
  PERSISTENCE_ENGINE("", "--pe", Argument.NEEDED, Use.SERVICE),
  REAL_SERVER("-r", "--real-server", Argument.NEEDED, Use.SERVER),
  MASQUERADE("-m", "--masquerading", Argument.NONE, Use.SERVER),
  DIRECT_ROUTE("-g", "--gatewaying", Argument.NONE, Use.SERVER),
  TUNNEL("-i", "--ipip", Argument.NONE, Use.SERVER),
  WEIGHT("-w", "--weight", Argument.NEEDED, Use.SERVER),
  UPPER_THRESHOLD("-x", "--u-threshold", Argument.NEEDED, Use.SERVER),
  LOWER_THRESHOLD("-y", "--l-threshold", Argument.NEEDED, Use.SERVER),
  TUNNEL_TYPE("", "--tun-type", Argument.NEEDED, Use.SERVER),
  TUNNEL_PORT("", "--tun-port", Argument.NEEDED, Use.SERVER),
  TUNNEL_NO_CHECKSUM("", "--tun-nocsum", Argument.NONE, Use.SERVER),
  TUNNEL_CHECKSUM("", "--tun-csum", Argument.NONE, Use.SERVER),
  TUNNEL_REMOTE_CHECKSUM("", "--tun-remcsum", Argument.NONE, Use.SERVER);

  /** Whether a word follows. */
  enum Argument {
    NONE,
    OPTIONAL,
    NEEDED
  }

  private enum Use {
    COMMAND,
    SERVICE,
    SERVER,
    BOTH
  }

  private final String shortForm;
  private final String longForm;
  private final Argument argument;
  private final Use use;

  OptionName(String shortForm, String longForm, Argument argument, Use use) {
    this.shortForm = shortForm;
    this.longForm = longForm;
    this.argument = argument;
    this.use = use;
  }

  static @Nullable OptionName of(String text) {
    for (OptionName name : values()) {
      if (name.longForm.equals(text) || (name.shortForm.equals(text) && !text.isEmpty())) {
        return name;
      }
    }
    return null;
  }

  Argument argument() {
    return argument;
  }

  /** Whether a command takes it. */
  boolean goesWith(OptionName command) {
    return use == Use.BOTH || use == (command == ADD_SERVICE ? Use.SERVICE : Use.SERVER);
  }

  @Override
  public String toString() {
    return shortForm.isEmpty() ? longForm : shortForm;
  }
}
