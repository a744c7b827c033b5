package io.provenant.gateway;

import io.provenant.gateway.desk.CommandDesk;
import io.provenant.gateway.desk.KeyReusedException;
import io.provenant.gateway.desk.ReadLog;
import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Idempotency keys and reads in memory. */
final class MemoryDesk implements CommandDesk, ReadLog {

    private final LedgerClient ledger;
    private final Map<String, LedgerCommand> commands = new HashMap<>();
    private final Map<String, Submission> answers = new HashMap<>();
    private final List<DocumentRead> reads = new ArrayList<>();

    MemoryDesk(LedgerClient ledger) {
        this.ledger = ledger;
    }

    @Override
    public synchronized Submission submit(Signatory as, LedgerCommand command, UUID idempotencyKey)
            throws KeyReusedException {
        String key = as.alias() + idempotencyKey;
        LedgerCommand first = commands.putIfAbsent(key, command);
        if (first != null && !first.equals(command)) {
            throw new KeyReusedException(idempotencyKey);
        }
        return answers.computeIfAbsent(key, unused -> ledger.submit(as, command));
    }

    @Override
    public synchronized DocumentRead write(
            String alias, String role, String collection, String key, String reasonCode) {
        DocumentRead read = new DocumentRead(reads.size() + 1L, 0, alias, role, collection, key, reasonCode);
        reads.add(read);
        return read;
    }

    @Override
    public synchronized List<DocumentRead> after(long sequence, Optional<String> key, int limit) {
        return reads.stream()
                .filter(read -> read.sequence() > sequence)
                .limit(limit)
                .toList();
    }
}
