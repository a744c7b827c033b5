package io.provenant.network.embedded.ledger;

import static io.provenant.network.embedded.ledger.TestLedger.ONE;
import static io.provenant.network.embedded.ledger.TestLedger.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.MVCC_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.PHANTOM_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What changed between endorsement and commit invalidates who read it, across blocks and inside one. */
class ConflictTest {

    private static final String IMPLICIT = "_implicit_org_OneMSP";

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger channel;

    @BeforeEach
    void open() {
        channel = TestLedger.open(folder);
        channel.put("a", "1", "b", "1", "d", "1");
    }

    /** What the one reads, what the other does meanwhile, and what becomes of the one. */
    static Stream<Arguments> races() {
        return Stream.of(
                race("a read, an other key written", read("a"), write("b"), VALID),
                race("a read, written", read("a"), write("a"), MVCC_READ_CONFLICT),
                race("a read, written with the same value", read("a"), s -> s.put("a", value("1")), MVCC_READ_CONFLICT),
                race("a read, deleted", read("a"), delete("a"), MVCC_READ_CONFLICT),
                race("a read of nothing, written", read("c"), write("c"), MVCC_READ_CONFLICT),
                race("a read, its policy changed", read("a"), policy("a"), MVCC_READ_CONFLICT),
                race("a blind write, written", s -> {}, write("x"), VALID),
                race("a range, written before it", range("b", "d"), write("a"), VALID),
                race("a range, written at its end", range("a", "d"), write("d"), VALID),
                race("a range, changed in it", range("a", "d"), write("b"), PHANTOM_READ_CONFLICT),
                race("a range, added to it", range("a", "d"), write("c"), PHANTOM_READ_CONFLICT),
                race("a range, deleted from it", range("a", "d"), delete("b"), PHANTOM_READ_CONFLICT),
                race("a range, deleted what is not in it", range("a", "d"), delete("c"), VALID),
                race("a range over nothing, added to it", range("e", "f"), write("ee"), PHANTOM_READ_CONFLICT),
                race("a range over nothing, written beside it", range("e", "f"), write("f"), VALID),
                race("a range to the last key, added behind it", whole("a", ""), write("z"), PHANTOM_READ_CONFLICT),
                race("a read and a range both changed", both(), write("b"), MVCC_READ_CONFLICT),
                race("a long range, changed at its end", range("k", "l"), write("k119"), VALID),
                race("a long range, changed in what was read", range("k", "l"), write("k050"), PHANTOM_READ_CONFLICT),
                race("a long range, the key read ahead changed", range("k", "l"), write("k100"), PHANTOM_READ_CONFLICT),
                race("a long range, the key read ahead gone", range("k", "l"), delete("k100"), PHANTOM_READ_CONFLICT),
                race("a long range, added to it", range("k", "l"), write("k0505"), PHANTOM_READ_CONFLICT),
                race("a long range, added behind what was read", range("k", "l"), write("k1005"), VALID),
                race(
                        "a long range read whole, changed at its end",
                        whole("k", "l"),
                        write("k119"),
                        PHANTOM_READ_CONFLICT),
                race("a long range read whole, added behind it", whole("k", "l"), write("k2"), PHANTOM_READ_CONFLICT),
                race("a private read, written", readPrivate("p"), writePrivate("p"), MVCC_READ_CONFLICT),
                race("a private read, an other key written", readPrivate("p"), writePrivate("q"), VALID),
                race(
                        "a private read, deleted",
                        readPrivate("p"),
                        s -> s.deletePrivate(IMPLICIT, "p"),
                        MVCC_READ_CONFLICT),
                race(
                        "a private read, purged",
                        readPrivate("p"),
                        s -> s.purgePrivate(IMPLICIT, "p"),
                        MVCC_READ_CONFLICT),
                race("a hash read, written", readHash("p"), writePrivate("p"), MVCC_READ_CONFLICT),
                race("a hash read of nothing, written", readHash("n"), writePrivate("n"), MVCC_READ_CONFLICT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("races")
    void a_race_across_blocks(
            String what, Consumer<Simulation> one, Consumer<Simulation> other, TxValidationCode code) {
        prepare();
        TestTransaction slow = channel.endorse(one.andThen(simulation -> simulation.put("x", value("slow"))));
        assertThat(channel.codes(channel.endorse(other))).containsExactly(VALID);

        assertThat(channel.codes(slow)).containsExactly(code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("races")
    void a_race_inside_a_block(
            String what, Consumer<Simulation> one, Consumer<Simulation> other, TxValidationCode code) {
        prepare();
        TestTransaction slow = channel.endorse(one.andThen(simulation -> simulation.put("x", value("slow"))));
        TestTransaction fast = channel.endorse(other);

        assertThat(channel.codes(fast, slow)).containsExactly(VALID, code);
    }

    @Test
    void a_deletion_of_what_is_not_there_conflicts_inside_a_block_only() {
        TestTransaction reader = channel.endorse(read("c").andThen(write("x")));
        TestTransaction again = channel.endorse(read("c").andThen(write("x")));
        TestTransaction deletion = channel.endorse(delete("c"));

        assertThat(channel.codes(deletion, reader)).containsExactly(VALID, MVCC_READ_CONFLICT);
        assertThat(channel.codes(again)).containsExactly(VALID);
    }

    @Test
    void a_transaction_that_loses_changes_nothing_for_those_behind_it() {
        TestTransaction first = channel.endorse(read("a").andThen(write("a")));
        TestTransaction second = channel.endorse(read("a").andThen(write("b")));
        TestTransaction third = channel.endorse(read("b").andThen(write("c")));

        assertThat(channel.codes(first, second, third)).containsExactly(VALID, MVCC_READ_CONFLICT, VALID);
    }

    @Test
    void a_transaction_may_write_what_it_read() {
        assertThat(channel.codes(channel.endorse(read("a").andThen(write("a")))))
                .containsExactly(VALID);
        assertThat(channel.codes(
                        channel.endorse(range("a", "z").andThen(write("b")).andThen(delete("a")))))
                .containsExactly(VALID);
    }

    @Test
    void another_definition_of_the_chaincode_invalidates_what_was_endorsed_under_the_last() {
        TestTransaction before = channel.endorse(write("a"));
        channel.reopen(ChaincodeDefinition.of("notes", "2.0"));
        TestTransaction after = channel.endorse(write("a"));

        assertThat(channel.ledger().chaincode().sequence()).isEqualTo(2);
        assertThat(channel.codes(before, after)).containsExactly(MVCC_READ_CONFLICT, VALID);
    }

    @Test
    void the_same_definition_keeps_its_sequence() {
        TestTransaction before = channel.endorse(write("a"));
        channel.reopen();
        channel.reopen(ChaincodeDefinition.of("notes", "2.0"));
        channel.reopen(ChaincodeDefinition.of("notes", "2.0"));
        assertThat(channel.ledger().chaincode().sequence()).isEqualTo(2);
        channel.reopen(ChaincodeDefinition.of("notes", "1.0"));

        assertThat(channel.ledger().chaincode().sequence())
                .as("going back is another change")
                .isEqualTo(3);
        assertThat(channel.codes(before)).containsExactly(MVCC_READ_CONFLICT);
    }

    private void prepare() {
        channel.put(IntStream.range(0, 120)
                .boxed()
                .flatMap(i -> Stream.of(String.format(Locale.ROOT, "k%03d", i), "1"))
                .toArray(String[]::new));
        assertThat(channel.codes(channel.endorse(writePrivate("p"), ONE, TWO))).containsExactly(VALID);
    }

    private static Arguments race(
            String what, Consumer<Simulation> one, Consumer<Simulation> other, TxValidationCode code) {
        return arguments(what, one, other, code);
    }

    private static Consumer<Simulation> read(String key) {
        return simulation -> simulation.get(key);
    }

    private static Consumer<Simulation> both() {
        return read("b").andThen(range("a", "d"));
    }

    private static Consumer<Simulation> write(String key) {
        return simulation -> simulation.put(key, value("2"));
    }

    private static Consumer<Simulation> delete(String key) {
        return simulation -> simulation.delete(key);
    }

    private static Consumer<Simulation> policy(String key) {
        return simulation -> simulation.putMetadata(key, "note", value("1"));
    }

    private static Consumer<Simulation> range(String from, String to) {
        return simulation -> simulation.range(from, to).next();
    }

    private static Consumer<Simulation> whole(String from, String to) {
        return simulation -> {
            var scan = simulation.range(from, to);
            while (scan.next().hasMore()) {
                // every batch of it
            }
        };
    }

    private static Consumer<Simulation> readPrivate(String key) {
        return simulation -> simulation.getPrivate(IMPLICIT, key);
    }

    private static Consumer<Simulation> readHash(String key) {
        return simulation -> simulation.getPrivateHash(IMPLICIT, key);
    }

    private static Consumer<Simulation> writePrivate(String key) {
        return simulation -> simulation.putPrivate(IMPLICIT, key, value("secret"));
    }

    private static ByteString value(String text) {
        return ByteString.copyFromUtf8(text);
    }
}
