package io.provenant.network.fault;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.Submission;
import io.provenant.ledger.Role;
import io.provenant.network.market.Call;
import io.provenant.network.market.CareData;
import io.provenant.network.market.LiveMarket;
import io.provenant.network.market.Race;
import io.provenant.network.market.RacingMarket;
import io.provenant.network.market.Traffic;
import io.provenant.network.testing.TestLedger;
import io.provenant.testing.CareMarket;
import java.nio.file.Path;
import java.util.List;

/** A founded market with the data of many people, who withdraw one by one, and a buyer, whose uses are decided. */
final class Care implements AutoCloseable {

    private static final String BUYER = "pty-buyer-1";
    private static final Signatory ANYBODY = new Signatory("gateway000", Role.LOG_OPERATOR);

    private final LiveMarket market;
    private final RacingMarket racing;
    private final CareData data = new CareData(1, List.of(BUYER));
    private int cases;

    Care(TestLedger ledger, Path keys) {
        this.market = new LiveMarket(ledger, Traffic.UNHEARD);
        this.racing = new RacingMarket(market, keys);
        racing.admitBuyer(BUYER);
        racing.publish(data);
    }

    /** The next person withdraws, and the buyer's next use is requested and decided, whatever is broken. */
    Submission.Committed withdrawAndDecide(LedgerClient client) {
        int number = cases++;
        Insistence insistence = new Insistence(client);
        JsonObject withdrawal = data.people().withdrawal(number);
        Submission.Committed withdrawn = insistence.submit(ANYBODY, LedgerCommand.of("consent:withdraw", withdrawal));
        String request = CareMarket.uuid(0x9_0000_0000L + number);
        Race race = new Race(data, number, BUYER, List.of(request), true, false, false);
        insistence.submit(signatory(racing.request(race, request)), command(racing.request(race, request)));
        insistence.submit(signatory(racing.decision(race, request)), command(racing.decision(race, request)));
        return withdrawn;
    }

    /** How many people have withdrawn, and how many uses were decided. */
    int cases() {
        return cases;
    }

    private static Signatory signatory(Call call) {
        return new Signatory(call.sender().person(), Role.HOST_GATEWAY);
    }

    private static LedgerCommand command(Call call) {
        return LedgerCommand.of(call.command(), call.body())
                .by(call.signer().map(party -> party.sign(call.command(), call.body())));
    }

    @Override
    public void close() {
        market.close();
    }
}
