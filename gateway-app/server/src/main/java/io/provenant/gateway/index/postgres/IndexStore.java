package io.provenant.gateway.index.postgres;

import io.provenant.command.CommandTable;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.ledger.block.BlockListener;
import io.provenant.ledger.EntryType;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * The index in a database: the lowest {@code index_N} there serves; a second one is being built, and goes on being built
 * after a restart.
 */
public final class IndexStore {

    private final DataSource questions;
    private final DataSource work;
    private final RecordDecoder decoder;
    private final Authors authors;
    private final Serving serving;
    private final Optional<Integer> unfinished;

    private IndexStore(DataSource questions, DataSource work, RecordDecoder decoder, Authors authors) {
        this.questions = questions;
        this.work = work;
        this.decoder = decoder;
        this.authors = authors;
        List<Integer> numbers = Schema.numbers(work);
        this.serving = new Serving(feeder(numbers.isEmpty() ? 1 : numbers.get(0)));
        this.unfinished = numbers.size() > 1 ? Optional.of(numbers.get(1)) : Optional.empty();
    }

    /**
     * Opens the index, with these records and commands known; makes the first schema where there is none.
     *
     * @param questions for queries
     * @param work for taking blocks and changing schemas, in the same database
     */
    public static IndexStore open(
            DataSource questions, DataSource work, List<EntryType<?>> records, CommandTable commands) {
        return new IndexStore(questions, work, new RecordDecoder(records), new Authors(commands));
    }

    /** The queries; {@code ledgerHeight} is the newest block known to exist. */
    public Index queries(IndexSettings settings, LongSupplier ledgerHeight) {
        return new PostgresIndex(serving, settings, ledgerHeight);
    }

    /** Takes the blocks of the client's stream. */
    public BlockListener feeder() {
        return serving;
    }

    /** Starts the next schema, or goes on with one that was begun; somebody brings it the blocks from the first on. */
    public IndexRebuild rebuild() {
        int serves = serving.feeder().schema().number();
        int next = unfinished.filter(number -> number > serves).orElse(serves + 1);
        return new IndexRebuild(feeder(next), serving);
    }

    /** True where a rebuild was begun and not finished. */
    public boolean hasUnfinishedRebuild() {
        return unfinished
                .filter(number -> number > serving.feeder().schema().number())
                .isPresent();
    }

    private IndexFeeder feeder(int number) {
        Schema schema = new Schema(questions, work, number);
        schema.create();
        return new IndexFeeder(schema, decoder, authors);
    }
}
