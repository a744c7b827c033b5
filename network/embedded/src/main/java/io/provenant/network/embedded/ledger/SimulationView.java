package io.provenant.network.embedded.ledger;

import io.provenant.network.embedded.state.WorldState;
import io.provenant.network.embedded.validation.ChaincodeRules;
import java.util.function.LongFunction;
import org.hyperledger.fabric.protos.common.Block;

/** What a simulation looks at: one state, and the rules and blocks that belong to it. */
record SimulationView(
        String channelId,
        WorldState state,
        ChaincodeRules rules,
        Lifecycle lifecycle,
        KeyHistory history,
        LongFunction<Block> blocks) {}
