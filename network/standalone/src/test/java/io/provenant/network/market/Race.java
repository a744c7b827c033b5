package io.provenant.network.market;

import io.provenant.testing.CareMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One race: decisions on a version are endorsed, a person who is in the data withdraws or the buyer is put on the black
 * list, and all of it is ordered in a random order.
 *
 * @param data whose version, the original or its child
 * @param buyer who wants to use it
 * @param requests the ids of the requests to be decided
 */
public record Race(
        CareData data,
        int wave,
        String buyer,
        List<String> requests,
        boolean isOnChild,
        boolean isWithdrawn,
        boolean isPublished) {

    private static final int MOST_DECISIONS = 2;

    /** Draws a race; only a buyer of its own can be listed. */
    static Race draw(Random random, CareData data, int wave, String steadyBuyer, List<String> ownBuyers) {
        boolean isOwn = wave < ownBuyers.size();
        List<String> requests = new ArrayList<>();
        int count = 1 + random.nextInt(MOST_DECISIONS);
        for (int i = 0; i < count; i++) {
            requests.add(CareMarket.uuid(0x2_0000_0000L + data.number() * 0x1000L + wave * 0x10L + i));
        }
        return new Race(
                data,
                wave,
                isOwn ? ownBuyers.get(wave) : steadyBuyer,
                requests,
                random.nextBoolean(),
                random.nextInt(5) > 0,
                isOwn && random.nextInt(5) > 0);
    }

    String version() {
        return isOnChild ? data.child() : data.original();
    }
}
