package io.provenant.gateway;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.GatewaySettings.LogPlace;
import io.provenant.gateway.index.Founding;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.index.RecordVersion;
import io.provenant.gateway.interop.OpenLineageFormat;
import io.provenant.gateway.log.AnchorLedger;
import io.provenant.gateway.log.AnchorLoop;
import io.provenant.gateway.log.Anchoring;
import io.provenant.gateway.log.IntakeLimits;
import io.provenant.gateway.log.LineFormat;
import io.provenant.gateway.log.Log;
import io.provenant.gateway.log.LogKey;
import io.provenant.gateway.log.LogRegistry;
import io.provenant.gateway.log.LogSettings;
import io.provenant.gateway.log.MarketId;
import io.provenant.gateway.log.OwnLog;
import io.provenant.gateway.log.OwnLogs;
import io.provenant.gateway.log.TradeRecordFormat;
import io.provenant.gateway.vault.MasterKey;
import io.provenant.gateway.vault.SecretFile;
import io.provenant.gateway.vault.VaultSettings;
import io.provenant.merkle.LogOrigin;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Puts the organisation's logs together: folder, format and limits by purpose, registry from the index, anchoring. */
final class LogWiring {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final GatewaySettings settings;
    private final MasterKey master;
    private final Index index;
    private final AnchorLedger ledger;
    private final Clock clock;

    LogWiring(GatewaySettings settings, MasterKey master, Index index, AnchorLedger ledger, Clock clock) {
        this.settings = settings;
        this.master = master;
        this.index = index;
        this.ledger = ledger;
        this.clock = clock;
    }

    OwnLogs logs() {
        return new OwnLogs(settings.logs().stream().map(this::log).toList());
    }

    private OwnLog log(LogPlace place) {
        return new OwnLog(
                place.origin(), SecretFile.readOrCreate(place.keyFile()), this::registered, new OwnLog.Opening() {
                    @Override
                    public Log open(LogRegistry.Entry entry, LogKey key) {
                        return opened(place.origin(), entry, key);
                    }

                    @Override
                    public AnchorLoop anchor(Log log) {
                        Anchoring anchoring = new Anchoring(log, ledger, new AdoptedPolicy(index, clock), clock);
                        return AnchorLoop.start(anchoring, log.origin(), LOOK);
                    }
                });
    }

    private Log opened(LogOrigin origin, LogRegistry.Entry entry, LogKey key) {
        boolean lineage = origin.purpose().equals("lineage");
        LogSettings log = new LogSettings(
                origin,
                entry.market(),
                entry.maxDelayS(),
                lineage ? IntakeLimits.events() : IntakeLimits.usual(),
                VaultSettings.usual());
        LineFormat format = lineage ? new OpenLineageFormat() : new TradeRecordFormat(origin.ownerId());
        return Log.open(folder(origin), master, log, key, format, clock);
    }

    private Path folder(LogOrigin origin) {
        return settings.dataDir().resolve("logs").resolve(origin.purpose() + "-" + origin.shard());
    }

    private Optional<LogRegistry.Entry> registered(LogOrigin origin) {
        Optional<String> foundedTx = Founding.tx(index);
        Optional<JsonObject> record = index.record("LOG!" + origin)
                .match(
                        found -> Optional.of(found.value()),
                        none -> Optional.<RecordVersion>empty(),
                        hidden -> Optional.<RecordVersion>empty(),
                        behind -> Optional.<RecordVersion>empty())
                .flatMap(RecordVersion::value)
                .filter(log ->
                        log.optionalText("state").filter("ACTIVE"::equals).isPresent());
        return foundedTx.flatMap(tx -> record.map(
                log -> new LogRegistry.Entry(new MarketId(settings.market().channel(), tx), log)));
    }
}
