package io.provenant.proof;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.network.identity.Credential;
import io.provenant.proof.format.StrictBase64;
import io.provenant.proof.receipt.AnchorClaim;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * An attestation as peers make it, over the head of {@link TestLog}; each field can be set to what a cheat would send,
 * signed by whoever he has.
 */
final class TestAttestation {

    static final String LHD = "LHD!" + TestLog.ORIGIN;
    static final String LOG = "LOG!" + TestLog.ORIGIN;
    static final String EQV = "EQV!" + TestLog.ORIGIN;
    static final AnchorClaim ANCHOR = new AnchorClaim("c".repeat(64), 41);

    String channel = TestMarket.CHANNEL;
    String answeredChannel = TestMarket.CHANNEL;
    String chaincode = "provenant";
    String namedChaincode = "provenant";
    String readNamespace = "provenant";
    String command = "attest";
    String foundedTx = TestMarket.FOUNDED_TX;
    String codeSha256 = TestMarket.CODE.hex();
    Instant time = TestMarket.NOW;
    long readBlock = ANCHOR.blockNumber();
    List<String> keys = List.of(EQV, LHD, LOG);
    Map<String, Optional<JsonObject>> entries = new LinkedHashMap<>();
    Map<String, Boolean> reads = new LinkedHashMap<>();
    Map<String, Credential> endorsers = new LinkedHashMap<>();
    Optional<Digest> proposalHash = Optional.empty();
    Optional<byte[]> askersSignature = Optional.empty();

    TestAttestation() {
        entries.put(EQV, Optional.empty());
        entries.put(LHD, Optional.of(head()));
        entries.put(LOG, Optional.of(log()));
        entries.forEach((key, value) -> reads.put(key, value.isPresent()));
        reads.put("MKT!founding", true);
        reads.put("TIK!market", true);
        endorsers.put("ExchangeMSP", TestMarket.MARKET.exchangePeer);
        endorsers.put("RegulatorMSP", TestMarket.MARKET.regulatorPeer);
    }

    static JsonObject head() {
        return JsonObject.empty()
                .with("docType", "LogHead")
                .with("id", TestLog.ORIGIN.value())
                .with("size", 3)
                .with("rootHash", TestLog.CHECKPOINT.rootHash().hex())
                .with("checkpointHash", TestLog.CHECKPOINT.hash(TestLog.DIGESTS).hex())
                .with("keyEpoch", 1)
                .with("updatedTx", ANCHOR.txId());
    }

    static JsonObject log() {
        JsonObject key = JsonObject.empty()
                .with("keyEpoch", 1)
                .with("alg", "ED25519")
                .with("publicKey", StrictBase64.url(TestLog.KEY.bytes()))
                .with("fromSize", 0);
        return JsonObject.empty()
                .with("docType", "Log")
                .with("id", TestLog.ORIGIN.value())
                .withObjects("keys", List.of(key));
    }

    JsonObject file() {
        ChannelHeader header = ChannelHeader.newBuilder()
                .setType(3)
                .setChannelId(channel)
                .setTimestamp(Timestamp.newBuilder().setSeconds(time.getEpochSecond()))
                .setExtension(ChaincodeHeaderExtension.newBuilder()
                        .setChaincodeId(name(chaincode))
                        .build()
                        .toByteString())
                .build();
        ByteString creator = TestMarket.identity("ExchangeMSP", TestMarket.MARKET.client);
        SignatureHeader signature = SignatureHeader.newBuilder()
                .setCreator(creator)
                .setNonce(ByteString.copyFromUtf8("once"))
                .build();
        ByteString payload = ChaincodeProposalPayload.newBuilder()
                .setInput(invocation().toByteString())
                .build()
                .toByteString();
        ByteString proposal = Proposal.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(header.toByteString())
                        .setSignatureHeader(signature.toByteString())
                        .build()
                        .toByteString())
                .setPayload(payload)
                .build()
                .toByteString();
        Digest hash = TestLog.DIGESTS.digest(header.toByteString()
                .concat(signature.toByteString())
                .concat(payload)
                .toByteArray());
        return JsonObject.empty()
                .with("v", 1)
                .with("docType", "Attestation")
                .with("signedProposal", StrictBase64.url(signed(proposal).toByteArray()))
                .with(
                        "payload",
                        StrictBase64.url(answer(proposalHash.orElse(hash)).toByteArray()))
                .withObjects("endorsements", endorsements(answer(proposalHash.orElse(hash))));
    }

    JsonObject answerJson() {
        List<JsonObject> list = new ArrayList<>();
        entries.forEach((key, value) ->
                list.add(value.map(found -> JsonObject.empty().with("key", key).with("value", (JsonValue) found))
                        .orElseGet(() -> JsonObject.empty().with("key", key).with("absent", true))));
        JsonObject attest = JsonObject.empty()
                .with("channel", answeredChannel)
                .with("foundedTx", foundedTx)
                .with("fence", JsonObject.empty().with("no", 7).with("tickMs", 1_772_762_100_000L))
                .with("codeSha256", codeSha256)
                .with("modelVersion", 1)
                .withObjects("entries", list);
        return JsonObject.empty().with("v", 1).with("attest", attest);
    }

    private SignedProposal signed(ByteString proposal) {
        byte[] signature = askersSignature.orElseGet(() -> TestMarket.MARKET.client.sign(proposal.toByteArray()));
        return SignedProposal.newBuilder()
                .setProposalBytes(proposal)
                .setSignature(ByteString.copyFrom(signature))
                .build();
    }

    private ChaincodeInvocationSpec invocation() {
        JsonObject envelope = JsonObject.empty()
                .with("v", 1)
                .with("command", command)
                .with("body", JsonObject.of("keys", JsonArray.ofTexts(keys)));
        ChaincodeInput input = ChaincodeInput.newBuilder()
                .addArgs(ByteString.copyFromUtf8(command))
                .addArgs(ByteString.copyFrom(envelope.canonicalBytes()))
                .build();
        return ChaincodeInvocationSpec.newBuilder()
                .setChaincodeSpec(ChaincodeSpec.newBuilder()
                        .setType(ChaincodeSpec.Type.GOLANG)
                        .setChaincodeId(name(namedChaincode))
                        .setInput(input))
                .build();
    }

    private ByteString answer(Digest hash) {
        KVRWSet.Builder set = KVRWSet.newBuilder();
        reads.forEach((key, present) -> set.addReads(read(key, present)));
        TxReadWriteSet results = TxReadWriteSet.newBuilder()
                .addNsRwset(NsReadWriteSet.newBuilder()
                        .setNamespace(readNamespace)
                        .setRwset(set.build().toByteString()))
                .build();
        Response response = Response.newBuilder()
                .setStatus(200)
                .setPayload(ByteString.copyFrom(answerJson().canonical().getBytes(StandardCharsets.UTF_8)))
                .build();
        return ProposalResponsePayload.newBuilder()
                .setProposalHash(ByteString.copyFrom(hash.bytes()))
                .setExtension(ChaincodeAction.newBuilder()
                        .setResults(results.toByteString())
                        .setResponse(response)
                        .setChaincodeId(name(chaincode))
                        .build()
                        .toByteString())
                .build()
                .toByteString();
    }

    private List<JsonObject> endorsements(ByteString answer) {
        List<JsonObject> list = new ArrayList<>();
        endorsers.forEach((mspId, peer) -> {
            ByteString endorser = TestMarket.identity(mspId, peer);
            byte[] signature = peer.sign(answer.concat(endorser).toByteArray());
            list.add(JsonObject.empty()
                    .with("endorser", StrictBase64.url(endorser.toByteArray()))
                    .with("signature", StrictBase64.url(signature)));
        });
        return list;
    }

    private KVRead read(String key, boolean isPresent) {
        KVRead.Builder read = KVRead.newBuilder().setKey(key);
        if (isPresent) {
            read.setVersion(Version.newBuilder().setBlockNum(readBlock).setTxNum(2));
        }
        return read.build();
    }

    private static ChaincodeID name(String name) {
        return ChaincodeID.newBuilder().setName(name).build();
    }
}
