package io.provenant.gateway.index;

import java.util.function.Function;

/** What a look-up of one thing found; its three absences are three different answers. */
public sealed interface Lookup<T> {

    /** The height that the answer holds for. */
    AsOf asOf();

    /** It is there. */
    record Found<T>(T value, AsOf asOf) implements Lookup<T> {}

    /** The index is level with the ledger, and there is no such thing. */
    record NotFound<T>(AsOf asOf) implements Lookup<T> {}

    /** It exists, and is not this organisation's to see. */
    record NotVisible<T>(AsOf asOf) implements Lookup<T> {}

    /** It may exist: the ledger is ahead of the index. */
    record NotIndexed<T>(AsOf asOf, long ledgerHeight) implements Lookup<T> {}

    /** The answer of the function for this case. */
    default <R> R match(
            Function<Found<T>, R> found,
            Function<NotFound<T>, R> notFound,
            Function<NotVisible<T>, R> notVisible,
            Function<NotIndexed<T>, R> notIndexed) {
        if (this instanceof Found<T> some) {
            return found.apply(some);
        }
        if (this instanceof NotFound<T> none) {
            return notFound.apply(none);
        }
        return this instanceof NotVisible<T> hidden ? notVisible.apply(hidden) : notIndexed.apply((NotIndexed<T>) this);
    }
}
