package io.provenant.gateway.log;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that takes in records, prints each promise once it has it, and waits to be killed. */
final class KilledIntake {

    private KilledIntake() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int round = Integer.parseInt(args[1]);
        try (Log log = TestLog.open(Path.of(args[0]))) {
            for (int number = 0; ; number++) {
                String line = GoldenLogTest.RECORD.replace("SDE-20260306-000001", "SDE-" + round + "-" + number);
                log.accept(TestLog.lines(java.util.List.of(line)), false)
                        .promised()
                        .forEach(kept -> out.println(kept.promise().canonical()));
                if (number % 50 == 49) {
                    log.integrate();
                }
            }
        }
    }
}
