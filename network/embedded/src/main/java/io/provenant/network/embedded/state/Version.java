package io.provenant.network.embedded.state;

import com.google.protobuf.ByteString;

/** The place of the transaction that wrote a value: its block and its position there. */
public record Version(long block, long transaction) {

    public static Version of(org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version message) {
        return new Version(message.getBlockNum(), message.getTxNum());
    }

    public org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version toMessage() {
        return org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version.newBuilder()
                .setBlockNum(block)
                .setTxNum(transaction)
                .build();
    }

    /** Both numbers in a form whose byte order is their order: a length byte and big-endian bytes without zeros. */
    public ByteString toBytes() {
        return orderPreserving(block).concat(orderPreserving(transaction));
    }

    private static ByteString orderPreserving(long number) {
        int length = (Long.SIZE - Long.numberOfLeadingZeros(number) + Byte.SIZE - 1) / Byte.SIZE;
        byte[] bytes = new byte[1 + length];
        bytes[0] = (byte) length;
        for (int i = 0; i < length; i++) {
            bytes[length - i] = (byte) (number >>> (i * Byte.SIZE));
        }
        return ByteString.copyFrom(bytes);
    }

    /** The version as a peer's messages print it. */
    @Override
    public String toString() {
        return "{BlockNum: " + block + ", TxNum: " + transaction + "}";
    }
}
