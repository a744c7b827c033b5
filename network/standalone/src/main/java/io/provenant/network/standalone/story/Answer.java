package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import java.util.List;

/** What a gateway answered. */
public record Answer(int status, JsonObject json) {

    /** This answer, if it is a success. */
    public Answer accepted(String what) {
        if (status / 100 != 2) {
            throw new StoryException(what + " was answered " + status + ": " + json.canonical());
        }
        return this;
    }

    /** This answer, if it is a refusal with exactly these codes. */
    public Answer refused(String what, String... codes) {
        List<String> found = status == 422 ? json.texts("codes") : List.of();
        if (!found.equals(List.of(codes))) {
            throw new StoryException(what + " should be refused with " + List.of(codes) + ", and was answered " + status
                    + ": " + json.canonical());
        }
        return this;
    }

    /** The command's own answer. */
    public JsonObject answer() {
        return json.object("answer");
    }
}
