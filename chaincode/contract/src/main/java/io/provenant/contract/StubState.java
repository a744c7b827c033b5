package io.provenant.contract;

import io.provenant.canonical.Digest;
import io.provenant.ledger.State;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;

/** The world state of one transaction: plain gets and short ranges only, no rich queries, no pages (D10, D11). */
final class StubState implements State {

    private final ChaincodeStub stub;

    StubState(ChaincodeStub stub) {
        this.stub = stub;
    }

    @Override
    public Optional<String> get(String key) {
        return present(stub.getState(key)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public List<Row> range(String from, String to, int atMost) {
        List<Row> rows = new ArrayList<>();
        try (QueryResultsIterator<KeyValue> results = stub.getStateByRange(from, to)) {
            Iterator<KeyValue> found = results.iterator();
            while (rows.size() < atMost && found.hasNext()) {
                KeyValue row = found.next();
                rows.add(new Row(row.getKey(), row.getStringValue()));
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("range " + from + " could not be closed", e);
        }
        return rows;
    }

    @Override
    public Optional<Digest> privateHash(String collection, String key) {
        return present(stub.getPrivateDataHash(collection, key)).map(Digest::of);
    }

    // The shim gives an empty array, not null, for a key that is not there.
    private static Optional<byte[]> present(byte[] value) {
        return value == null || value.length == 0 ? Optional.empty() : Optional.of(value);
    }
}
