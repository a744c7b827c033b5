package io.provenant.network.identity;

/** A Fabric node OU: the organisational unit of an enrolment certificate that says what its holder may do. */
public enum Role {
    CLIENT("client"),
    PEER("peer"),
    ADMIN("admin"),
    ORDERER("orderer");

    private final String organizationalUnit;

    Role(String organizationalUnit) {
        this.organizationalUnit = organizationalUnit;
    }

    /** The unit as it stands in the certificate's subject and in the MSP's {@code config.yaml}. */
    public String organizationalUnit() {
        return organizationalUnit;
    }
}
