package io.provenant.gateway.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Records for tests: number n is called {@code rec-n}. */
final class Records {

    static final MasterKey KEY = MasterKey.of(filled(7));
    static final VaultSettings SETTINGS = VaultSettings.usual();

    private Records() {}

    static NewRecord record(int number) {
        return record(number, "content of " + number);
    }

    static NewRecord record(int number, String content) {
        byte[] label = ("label " + number).getBytes(StandardCharsets.UTF_8);
        return new NewRecord("rec-" + number, VaultRecord.of(label, 1000L + number, filled(number), utf8(content)));
    }

    static java.util.List<NewRecord> batch(int from, int to) {
        return IntStream.range(from, to).mapToObj(Records::record).toList();
    }

    static Vault open(Path folder) {
        return Vault.open(folder, KEY, SETTINGS);
    }

    static Stream<String> contents(Vault vault) {
        return IntStream.range(0, (int) vault.size()).mapToObj(i -> text(vault.read(i)));
    }

    static Stream<String> expected(int size) {
        return IntStream.range(0, size).mapToObj(i -> "content of " + i);
    }

    static String text(VaultRecord record) {
        return new String(record.content(), StandardCharsets.UTF_8);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
