package io.kubehop.core.ipset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The real ipset, in a network namespace of its own, reads what we print. Needs root; skipped where
 * it or the tool is missing.
 */
class RealIpsetTest {
  private static final String SETS =
      """
      create a hash:ip family inet hashsize 1024 maxelem 65536
      add a 10.0.0.8/30
      create b hash:net family inet hashsize 1024 maxelem 65536
      add b 10.0.0.0/8
      add b 10.1.0.0/16 nomatch
      add b 10.2.3.4
      create b6 hash:net family inet6 hashsize 1024 maxelem 65536
      add b6 fd00::/64
      create c hash:ip,port family inet hashsize 1024 maxelem 65536
      add c 10.0.0.1,80
      add c 10.0.0.1,udp:53-55
      add c 10.0.0.1,icmp:8/0
      add c 10.0.0.1,sctp:80
      create d hash:ip,port,ip family inet hashsize 1024 maxelem 65536
      add d 10.0.0.1,tcp:80,10.0.0.2
      create e hash:ip,port,net family inet hashsize 1024 maxelem 65536
      add e 10.0.0.1,tcp:80,10.0.0.0/24
      create np hash:net,port family inet hashsize 1024 maxelem 65536
      add np 10.0.0.0/8,tcp:80
      create p bitmap:port range 0-65535
      add p tcp:81-83
      create cm hash:ip family inet hashsize 1024 maxelem 65536 comment
      add cm 1.1.1.3 comment "hello world"
      create l list:set size 8
      add l a
      add l c
      """;

  @Test
  void theToolReadsAndSavesWhatWePrint() throws IOException {
    assumeTrue(
        run("").isEmpty() && !run("create x hash:ip\n").isEmpty(), "no root, or no ipset here");
    String ours = IpsetSave.print(IpsetSave.read(SETS, 0), 0);

    assertThat(lines(run(ours))).isEqualTo(lines(ours));
    assertThat(lines(run(SETS))).isEqualTo(lines(ours));
  }

  private static TreeSet<String> lines(String text) {
    TreeSet<String> lines = new TreeSet<>();
    text.lines().forEach(line -> lines.add(line.replaceFirst(" bucketsize .*", "")));
    return lines;
  }

  private static String run(String input) throws IOException {
    String command = "unshare -n sh -c 'ipset restore && ipset save' 2>/dev/null";
    Process process = new ProcessBuilder("sh", "-c", command).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
