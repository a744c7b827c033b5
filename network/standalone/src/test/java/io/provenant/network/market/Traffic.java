package io.provenant.network.market;

import io.provenant.network.wire.Proposed;
import io.provenant.network.wire.Refusal;
import java.util.List;

/** Told of everything that goes over a market's wire, in order where one thread sends. */
public interface Traffic {

    /** Nobody listens. */
    Traffic UNHEARD = new Traffic() {
        @Override
        public void endorsed(Endorsed endorsed, List<String> arguments) {}

        @Override
        public void refused(Call call, Proposed proposed, List<String> arguments, Refusal refusal) {}

        @Override
        public void committed(Endorsed endorsed) {}
    };

    void endorsed(Endorsed endorsed, List<String> arguments);

    void refused(Call call, Proposed proposed, List<String> arguments, Refusal refusal);

    void committed(Endorsed endorsed);
}
