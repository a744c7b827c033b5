package io.provenant.network.fabric;

/**
 * What an organisation counts for where the market's organisations sign together: for chaincode, its life cycle and the
 * channel itself.
 */
public enum Voice {
    /** One voice, as regulators and associations have. */
    OWN,
    /** One voice together with all other exchanges, so that exchanges never make a quorum by themselves. */
    EXCHANGES,
    /** None: a member reads and writes. */
    NONE;
}
