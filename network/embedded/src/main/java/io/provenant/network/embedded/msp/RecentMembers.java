package io.provenant.network.embedded.msp;

import com.google.protobuf.ByteString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The members seen last, so that a chain is built once for each and not for each message; strangers are not kept. */
final class RecentMembers {

    private final Map<ByteString, MspIdentity> members;

    RecentMembers(int capacity) {
        this.members = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteString, MspIdentity> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized Optional<MspIdentity> find(ByteString serialized) {
        return Optional.ofNullable(members.get(serialized));
    }

    synchronized void add(MspIdentity member) {
        members.put(member.serialized(), member);
    }
}
