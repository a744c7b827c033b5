package io.provenant.network.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.stub.StreamObserver;
import io.provenant.document.OwnCollection;
import io.provenant.ledger.Role;
import io.provenant.network.market.Papers.Paper;
import io.provenant.network.testing.Actor;
import io.provenant.network.testing.OnLedger;
import io.provenant.network.testing.TestLedger;
import io.provenant.network.wire.GatewayCalls;
import io.provenant.network.wire.SeekRequest;
import io.provenant.network.wire.Signer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Who sees a deposited paper: the depositor's organisation, and nobody else who reaches its peer, asked in the one way
 * in which a peer hands private data to a client.
 */
@OnLedger
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivatePapersTest {

    private final TestLedger ledger;
    private final LiveMarket market;
    private final Founders founders;

    PrivatePapersTest(TestLedger ledger) {
        this.ledger = ledger;
        this.market = new LiveMarket(ledger, Traffic.UNHEARD);
        this.founders = new Founders(market);
    }

    @BeforeAll
    void a_market_was_founded() {
        founders.found(Duration.ZERO);
    }

    @AfterAll
    void stop() {
        market.close();
    }

    @Test
    void a_paper_in_an_organisations_own_collection_is_shown_to_its_own_clients_only() {
        Actor officer = officer(Founders.REGULATOR);
        Paper paper = Papers.paper(founders.mspId(Founders.REGULATOR), "own");

        long block = deposited(officer, paper);

        assertThat(shown(officer, officer, block)).contains(paper.value());
        assertThat(shown(officer, officer(Founders.EXCHANGE), block)).isEmpty();
        assertThat(shown(officer, officer(Founders.ASSOCIATION), block)).isEmpty();
    }

    @Test
    void a_paper_that_authorities_share_is_shown_to_them_only() {
        Actor association = officer(Founders.ASSOCIATION);
        Actor regulator = officer(Founders.REGULATOR);
        Paper paper = Papers.paperIn("pdcListing", "shared");

        long block = deposited(association, paper);

        assertThat(shown(association, regulator, block)).contains(paper.value());
        assertThat(shown(association, officer(Founders.EXCHANGE), block)).isEmpty();
    }

    /** Why the gateway refuses to deposit there. */
    @Test
    void a_paper_in_an_implicit_collection_is_shown_to_everybody() {
        Actor officer = officer(Founders.REGULATOR);
        String implicit = OwnCollection.IMPLICIT + founders.mspId(Founders.REGULATOR);
        Paper paper = Papers.paperIn(implicit, "implicit");

        long block = deposited(officer, paper);

        assertThat(shown(officer, officer(Founders.EXCHANGE), block)).contains(paper.value());
    }

    @Test
    void nobody_writes_into_the_collection_of_another_organisation() {
        Paper paper = Papers.paper(founders.mspId(Founders.REGULATOR), "foreign");

        assertThat(market.refusal(Call.of(officer(Founders.EXCHANGE), "document:deposit", paper.place())
                        .withDocument(paper.value())))
                .contains("NOT_YOURS");
    }

    private Actor officer(String party) {
        return founders.actor(party, Role.LOG_OPERATOR, "officer000");
    }

    private long deposited(Actor depositor, Paper paper) {
        Endorsed endorsed = market.endorse(
                Call.of(depositor, "document:deposit", paper.place()).withDocument(paper.value()));
        assertThat(market.order(endorsed)).isEqualTo(TxValidationCode.VALID);
        return GatewayCalls.of(ledger.connection(depositor.mspId()))
                .commitStatus(
                        ledger.channel(),
                        endorsed.proposed().txId(),
                        endorsed.proposed().signer())
                .getBlockNumber();
    }

    /** All private data of a block that this peer shows to this client, as text. */
    private String shown(Actor peer, Actor client, long block) {
        Signer signer = Signer.of(client.mspId(), ledger.credential(client));
        FirstAnswer answer = new FirstAnswer();
        StreamObserver<org.hyperledger.fabric.protos.common.Envelope> requests =
                DeliverGrpc.newStub(ledger.connection(peer.mspId())).deliverWithPrivateData(answer);
        requests.onNext(SeekRequest.of(ledger.channel(), signer, SeekRequest.range(block, block)));
        DeliverResponse response = answer.first.orTimeout(30, TimeUnit.SECONDS).join();
        requests.onCompleted();
        assertThat(response.hasBlockAndPrivateData()).isTrue();
        List<String> sets = response.getBlockAndPrivateData().getPrivateDataMapMap().values().stream()
                .flatMap(set -> set.getNsPvtRwsetList().stream())
                .flatMap(space -> space.getCollectionPvtRwsetList().stream())
                .map(collection -> collection.getRwset().toStringUtf8())
                .toList();
        return String.join("", sets);
    }

    private static final class FirstAnswer implements StreamObserver<DeliverResponse> {

        private final CompletableFuture<DeliverResponse> first = new CompletableFuture<>();

        @Override
        public void onNext(DeliverResponse response) {
            first.complete(response);
        }

        @Override
        public void onError(Throwable error) {
            first.completeExceptionally(error);
        }

        @Override
        public void onCompleted() {}
    }
}
