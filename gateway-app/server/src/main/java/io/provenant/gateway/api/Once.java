package io.provenant.gateway.api;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made at the first use. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> make;
    private @Nullable T made;

    private Once(Supplier<T> make) {
        this.make = make;
    }

    static <T> Supplier<T> of(Supplier<T> make) {
        return new Once<>(make);
    }

    @Override
    public synchronized T get() {
        T value = made == null ? make.get() : made;
        made = value;
        return value;
    }
}
