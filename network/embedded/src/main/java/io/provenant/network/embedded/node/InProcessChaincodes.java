package io.provenant.network.embedded.node;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.inprocess.InProcessServerBuilder;
import io.provenant.network.embedded.chaincode.ChaincodeEndpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Chaincodes in the node's own JVM, one an organisation, each behind an in-process server as if it were elsewhere. */
final class InProcessChaincodes implements AutoCloseable {

    private final Map<String, String> names = new TreeMap<>();
    private final List<Server> servers = new ArrayList<>();

    static InProcessChaincodes start(Map<String, BindableService> services, Executor executor) throws IOException {
        InProcessChaincodes chaincodes = new InProcessChaincodes();
        for (Map.Entry<String, BindableService> service : services.entrySet()) {
            String name = "chaincode-" + service.getKey() + "-" + UUID.randomUUID();
            chaincodes.names.put(service.getKey(), name);
            chaincodes.servers.add(InProcessServerBuilder.forName(name)
                    .addService(service.getValue())
                    .executor(executor)
                    .build()
                    .start());
        }
        return chaincodes;
    }

    Optional<ChaincodeEndpoint> endpoint(String chaincodeId, String mspId) {
        return Optional.ofNullable(names.get(mspId)).map(name -> ChaincodeEndpoint.inProcess(chaincodeId, name));
    }

    @Override
    public void close() {
        servers.forEach(Server::shutdownNow);
    }
}
