package io.provenant.network.conformance;

import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.peer.Response;

/** What a schedule leaves of its keys. */
final class LastState {

    /** How many keys of each sort a schedule may use. */
    static final int KEYS = 4;

    private static final List<String> NOTHING = List.of("absent", "[]", "0");
    private static final int SHOWN = 2000;

    private final Connections connections;
    private final Names names;

    LastState(Connections connections, Names names) {
        this.connections = connections;
        this.names = names;
    }

    /** What is there of the schedule's keys in the end, as every organisation's peer says. */
    List<String> read() {
        List<String> operations = new ArrayList<>(List.of("range ~ ~zz 999"));
        for (int i = 0; i < KEYS; i++) {
            operations.addAll(List.of("get ~k" + i, "history ~k" + i, "policyof ~k" + i));
            operations.addAll(List.of("phash open ~p" + i, "phash closed ~p" + i, "phash alone ~p" + i));
        }
        List<List<String>> states = Names.ORGANISATIONS.stream()
                .map(organisation -> of(organisation, operations))
                .distinct()
                .toList();
        return states.size() == 1 ? states.get(0) : List.of("peers differ: " + states);
    }

    private List<String> of(String organisation, List<String> operations) {
        List<String> real = operations.stream().map(names::real).toList();
        Response response = connections
                .gateway(organisation)
                .evaluate(connections.draft(organisation, real).sign(), List.of(names.mspId(organisation)));
        List<String> answers = response.getPayload().toStringUtf8().lines().toList();
        List<String> state = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            String answer = names.symbolic(answers.get(i));
            if (!NOTHING.contains(answer)) {
                String shown = answer.length() > SHOWN ? answer.length() + " characters" : answer;
                state.add(operations.get(i) + " -> " + shown);
            }
        }
        return state;
    }
}
