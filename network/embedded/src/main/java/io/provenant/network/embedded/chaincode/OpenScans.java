package io.provenant.network.embedded.chaincode;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import io.provenant.network.embedded.ledger.Scan;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;

/** The queries of one transaction that have more to give, by the id under which the chaincode asks for it. */
final class OpenScans {

    private final Map<String, Scan<? extends MessageLite>> scans = new HashMap<>();

    /** The first batch of a query. */
    ByteString open(Scan<? extends MessageLite> scan) {
        String id = UUID.randomUUID().toString();
        scans.put(id, scan);
        return batch(id, scan);
    }

    ByteString next(String id) {
        Scan<? extends MessageLite> scan = scans.get(id);
        if (scan == null) {
            throw new StateRefusal("query iterator not found");
        }
        return batch(id, scan);
    }

    ByteString close(String id) {
        scans.remove(id);
        return QueryResponse.newBuilder().setId(id).build().toByteString();
    }

    private ByteString batch(String id, Scan<? extends MessageLite> scan) {
        Scan.Batch<? extends MessageLite> batch = scan.next();
        if (!batch.hasMore()) {
            scans.remove(id);
        }
        QueryResponse.Builder response = QueryResponse.newBuilder().setId(id).setHasMore(batch.hasMore());
        batch.results()
                .forEach(result ->
                        response.addResults(QueryResultBytes.newBuilder().setResultBytes(result.toByteString())));
        return response.build().toByteString();
    }
}
