package io.provenant.network.standalone.story;

import io.grpc.Channel;
import io.provenant.canonical.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/**
 * A client that misbehaves: it has a command endorsed and keeps the endorsed transaction in its pocket until something
 * else has happened. No gateway app does this; the ledger has to withstand it all the same.
 */
public final class HeldTransactions {

    private final Gateway gateway;
    private final String channel;
    private final String chaincode;

    private HeldTransactions(Gateway gateway, String channel, String chaincode) {
        this.gateway = gateway;
        this.channel = channel;
        this.chaincode = chaincode;
    }

    /**
     * A client with this certificate.
     *
     * @param credential the files {@code <credential>.pem} and {@code .key}
     */
    public static HeldTransactions with(
            Channel connection, String mspId, Path credential, String channel, String chaincode) {
        try {
            String pem = Files.readString(
                    credential.resolveSibling(credential.getFileName() + ".pem"), StandardCharsets.UTF_8);
            String key = Files.readString(
                    credential.resolveSibling(credential.getFileName() + ".key"), StandardCharsets.UTF_8);
            Gateway gateway = Gateway.newInstance()
                    .identity(new X509Identity(mspId, Identities.readX509Certificate(pem)))
                    .signer(Signers.newPrivateKeySigner(Identities.readPrivateKey(key)))
                    .hash(Hash.SHA256)
                    .connection(connection)
                    .connect();
            return new HeldTransactions(gateway, channel, chaincode);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + credential, e);
        } catch (CertificateException | InvalidKeyException e) {
            throw new IllegalStateException(credential + " holds no certificate with its key", e);
        }
    }

    /** Has a command endorsed and not ordered. */
    Held endorse(String command, JsonObject body, JsonObject actor) {
        JsonObject envelope = JsonObject.empty()
                .with("v", 1)
                .with("command", command)
                .with("body", body)
                .with("actor", actor);
        try {
            Transaction endorsed = gateway.getNetwork(channel)
                    .getContract(chaincode)
                    .newProposal(command)
                    .addArguments(envelope.canonical())
                    .build()
                    .endorse();
            return new Held(endorsed);
        } catch (EndorseException e) {
            throw new StoryException(command + " was not endorsed: " + e.getMessage() + " " + e.getDetails());
        }
    }

    /** An endorsed transaction that nobody has ordered yet. */
    static final class Held {

        private final Transaction endorsed;

        private Held(Transaction endorsed) {
            this.endorsed = endorsed;
        }

        /** Has it ordered at last, and says what the peers made of it: {@code VALID} or why not. */
        String order() {
            try {
                return endorsed.submitAsync().getStatus().getCode().name();
            } catch (SubmitException | CommitStatusException e) {
                throw new StoryException("the held transaction could not be ordered: " + e.getMessage());
            }
        }
    }
}
