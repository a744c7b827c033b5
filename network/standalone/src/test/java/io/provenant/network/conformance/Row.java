package io.provenant.network.conformance;

import io.provenant.canonical.JsonObject;
import java.util.function.Function;

/** One call that goes wrong, or one whose answer has a shape worth knowing. */
record Row(String name, Function<RowRun, JsonObject> call) {

    static Row of(String name, Function<RowRun, JsonObject> call) {
        return new Row(name, call);
    }

    @Override
    public String toString() {
        return name;
    }
}
