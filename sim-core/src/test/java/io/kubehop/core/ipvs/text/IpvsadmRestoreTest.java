package io.kubehop.core.ipvs.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.ipvs.BalancedPacket;
import io.kubehop.core.ipvs.BalancingHost;
import io.kubehop.core.ipvs.RealServerConfig;
import io.kubehop.core.ipvs.VirtualServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpvsadmRestoreTest {
  private static final String SERVICE = "-A -t 10.96.0.1:80 -s rr\n";

  /** What is read and written again. */
  private static String again(String text) {
    RestoredTable table = IpvsadmRestore.read(text);
    assertThat(table.problems()).isEmpty();
    return IpvsadmSave.print(table.entries());
  }

  private static String problem(String text) {
    RestoredTable table = IpvsadmRestore.read(text);
    assertThat(table.problems()).hasSize(1);
    return table.problems().get(0).toString();
  }

  @Test
  void whatWasSavedIsRestored() {
    String text =
        """
        -A -t 10.96.0.1:80 -s sh -p 10800 -M 255.255.255.0 -b sh-fallback,sh-port
        -a -t 10.96.0.1:80 -r 10.0.0.1:80 -g -w 1
        -a -t 10.96.0.1:80 -r 10.0.0.2:80 -i -w 1 --tun-type ipip
        -a -t 10.96.0.1:80 -r 10.0.0.3:80 -i -w 1 --tun-type gue --tun-port 6080 --tun-remcsum
        -a -t 10.96.0.1:80 -r 10.0.0.4:80 -i -w 0 --tun-type gre --tun-csum
        -A -u 10.96.0.10:53 -s wrr -o
        -a -u 10.96.0.10:53 -r 10.244.0.2:53 -m -w 65535
        -A --sctp-service 10.96.0.1:80 -s rr -b flag-3
        -A -u [fd00::1]:53 -s mh -p 60 -M 64 -b mh-port
        -a -u [fd00::1]:53 -r [fd00::2]:53 -m -w 1
        -A -f 7 -s lblcr -p 300
        -a -f 7 -r 10.0.0.1:0 -m -w 1
        -A -f 4294967295 -6 -s twos
        """;
    // The mark is the largest, and -1 to the tool's subtraction.
    assertThat(again(text).lines()).containsExactlyInAnyOrderElementsOf(text.lines().toList());
  }

  @Test
  void longOptionsDefaultsAndCommentsAreReadToo() {
    String text =
        """
        # a captured node

        ipvsadm --add-service --udp-service 10.96.0.10:53
        -a --udp-service=10.96.0.10:53 --real-server 10.244.0.2 -m
        -A -t 10.96.0.1:80 --persistent --scheduler=rr
        -a -t 10.96.0.1:80 -r 10.0.0.1:8080
        """;

    assertThat(again(text))
        .isEqualTo(
            """
            -A -t 10.96.0.1:80 -s rr -p 360
            -a -t 10.96.0.1:80 -r 10.0.0.1:80 -g -w 1
            -A -u 10.96.0.10:53 -s wlc
            -a -u 10.96.0.10:53 -r 10.244.0.2:53 -m -w 1
            """);
  }

  @Test
  void theLastServerReadIsTheFirstInTheKernelsList() {
    String text =
        SERVICE
            + """
            -a -t 10.96.0.1:80 -r 10.0.0.1:80 -m -w 1
            -a -t 10.96.0.1:80 -r 10.0.0.2:80 -m -w 1
            """;
    BalancingHost host = new BalancingHost();
    host.ipvs().restore(IpvsadmRestore.read(text).entries());

    assertThat(host.call("TCP", "192.0.2.1:1", "10.96.0.1:80")).isEqualTo("10.0.0.2:80");
    assertThat(host.call("TCP", "192.0.2.1:2", "10.96.0.1:80")).isEqualTo("10.0.0.1:80");
    VirtualServer service = host.ipvs().services().get(0);
    assertThat(IpvsadmSave.print(List.of(service.entry()))).isEqualTo(text);
  }

  @Test
  void thresholdsAreRead() {
    String text = SERVICE + "-a -t 10.96.0.1:80 -r 10.0.0.1:80 -m -w 2 -x 10 -y 5\n";

    assertThat(IpvsadmRestore.read(text).entries().get(0).servers())
        .containsExactly(
            RealServerConfig.masqueraded(BalancedPacket.socket("10.0.0.1:80"), 2)
                .withThresholds(10, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -D -t 1.2.3.4:80 | 1:1: '-D' is not a command of ipvsadm-save, which are -A and -a
          -A -s rr | 1:1: -A needs a virtual server: -t, -u or --sctp-service ADDRESS:PORT, or -f MARK
          -A -t 1.2.3.4:80 -s random | 1:21: scheduler 'random' is not one of [rr, wrr, lc, wlc, lblc, lblcr, dh, sh, sed, nq, fo, ovf, mh, twos]
          -A -t web:80 -s rr | 1:7: 'web:80' is not an address and port in numbers, as ipvsadm-save -n writes them
          -A -t 1.2.3.4:http -s rr | 1:15: port 'http' is not a whole number in 0..65535
          -A -t 1.2.3.4:70000 -s rr | 1:15: port '70000' is not a whole number in 0..65535
          -A -t 1.2.3.4:0 -s rr | 1:1: port 0 takes a persistent virtual server: add -p
          -A -f 0 -s rr | 1:7: mark '0' is not a whole number in 1..4294967295
          -A -t 1.2.3.4:80 -u 1.2.3.4:80 | 1:18: -u does not go with -t
          -A -t 1.2.3.4:80 -6 | 1:18: -6 goes with -f alone
          -A -t 1.2.3.4:80 -o | 1:18: one-packet scheduling is for UDP
          -A -t 1.2.3.4:80 -s rr -s rr | 1:24: -s is given twice
          -A -t 1.2.3.4:80 -s | 1:18: -s needs an argument
          -A -t 1.2.3.4:80 -s rr -w 1 | 1:24: option '-w' does not go with -A
          -A -t 1.2.3.4:80 -s rr more | 1:24: argument 'more' does not go with -A
          -A -t 1.2.3.4:80 -s rr -b rr-port | 1:27: scheduler rr has no flag 'rr-port'
          -A -t 1.2.3.4:80 -s rr -p 0 | 1:27: persistence timeout '0' is not a whole number in 1..2678400
          -A -t 1.2.3.4:80 -p 9 -M 24 | 1:26: '24' is not a mask such as 255.255.255.0
          -A -t [fd00::1]:80 -p 9 -M 129 | 1:28: prefix length '129' is not a whole number in 1..128
          -A -t 1.2.3.4:80 --pe sip | 1:23: persistence engine 'sip' is not modelled
          -a -t 1.2.3.4:80 -r 10.0.0.1:80 -m | 1:1: there is no virtual server TCP 1.2.3.4:80: add it with -A first
          """)
  void aProblemIsToldInOneLine(String line, String told) {
    assertThat(problem(line)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -m | 2:1: -a needs -r
          -r 10.0.0.1:80 -m -g | 2:38: -g does not go with -m
          -r 10.0.0.1:80 -w -1 | 2:38: weight '-1' is not a whole number in 0..65535
          -r 10.0.0.1:80 -w 65536 | 2:38: weight '65536' is not a whole number in 0..65535
          -r [fd00::1]:80 -m | 2:23: '[fd00::1]:80' is not of the family of TCP 10.96.0.1:80
          -r 10.0.0.1:80 -m -x 5 -y 6 | 2:46: lower threshold 6 is higher than the upper one, 5
          -r 10.0.0.1:80 -m -s rr | 2:38: option '-s' does not go with -a
          """)
  void soIsOneWithARealServer(String options, String told) {
    assertThat(problem(SERVICE + "-a -t 10.96.0.1:80 " + options)).isEqualTo(told);
  }

  @Test
  void whatIsThereTwiceIsLeftOut() {
    String server = "-a -t 10.96.0.1:80 -r 10.0.0.1:80 -m -w 1\n";
    RestoredTable table = IpvsadmRestore.read(SERVICE + server + SERVICE + server);

    assertThat(table.problems())
        .extracting(IpvsadmProblem::toString)
        .containsExactly(
            "3:1: virtual server TCP 10.96.0.1:80 is there already",
            "4:1: real server 10.0.0.1:80 of TCP 10.96.0.1:80 is there already");
    assertThat(IpvsadmSave.print(table.entries())).isEqualTo(SERVICE + server);
  }
}
