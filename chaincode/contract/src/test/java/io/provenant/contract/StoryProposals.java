package io.provenant.contract;

import io.provenant.dispatch.Invocation;
import io.provenant.testing.story.Teller;
import io.provenant.testing.story.WholeMarket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The whole market of the model's tests as proposals, and after it a hundred that are refused in every step of checks. */
final class StoryProposals {

    private static final byte[] LONG = "x".repeat(300 * 1024).getBytes(StandardCharsets.UTF_8);

    private StoryProposals() {}

    /** Everything that is sent in the story, in order. */
    static List<Teller.Step> steps() {
        return WholeMarket.told().teller().steps();
    }

    /** The story, and what is refused after it. */
    static List<TestProposal> all(List<Teller.Step> steps) {
        List<TestProposal> all = new ArrayList<>();
        steps.forEach(step -> all.add(of(step.call())));
        List<TestProposal> told = List.copyOf(all);
        told.forEach(proposal -> all.add(proposal.again()));
        TestProposal last = told.get(told.size() - 1);
        all.add(last.withArguments(LONG, LONG));
        all.add(last.withArguments("x:y".getBytes(StandardCharsets.UTF_8), "{}".getBytes(StandardCharsets.UTF_8)));
        all.add(last.withArguments(new byte[] {(byte) 0xc3}, new byte[0]));
        return all;
    }

    /** A transaction of the model's tests as a peer hands it to chaincode. */
    static TestProposal of(Invocation call) {
        byte[] creator = TestCertificate.creator(
                call.invoker().mspId(),
                call.invoker().party().orElseThrow(),
                call.invoker().role().orElseThrow(),
                call.invoker().person().orElseThrow());
        return TestProposal.of(call.channel(), call.txId(), call.ms(), creator, call.command(), call.envelope())
                .with(call.document());
    }
}
