package io.provenant.proof.report;

/** The checks of a verification, in their order (domain 3a.12). */
public enum Step {
    FILES(1, "file and trust file are canonical JSON of a known form"),
    PROPOSAL_HASH(2, "the answer is to this signed proposal"),
    MARKET(3, "channel and chaincode are those of the trust file"),
    COMMAND(4, "the command is attest, its keys ascend"),
    ENDORSEMENTS(5, "each endorser signed the answer"),
    ENDORSERS(6, "each endorser is a peer that the trust file knows"),
    POLICY(7, "enough organisations signed"),
    CODE(8, "founding and code are those of the trust file"),
    READ_SET(9, "each entry was read at the version that holds it"),
    ONE_ATTESTATION(10, "one attestation covers head, keys and equivocation"),
    ENTRY(11, "the entry commits to document and salt"),
    PROMISE(11, "the log promised this entry"),
    INCLUSION(11, "the checkpoint includes the entry"),
    CHECKPOINT(11, "the log signed the checkpoint"),
    HEAD(11, "the attested head is this checkpoint"),
    EQUIVOCATION(11, "no equivocation of the log is recorded");

    private final int number;
    private final String title;

    Step(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /** The step's number in the specification; the checks of a receipt share one. */
    public int number() {
        return number;
    }

    /** What holds if the check passes. */
    public String title() {
        return title;
    }
}
