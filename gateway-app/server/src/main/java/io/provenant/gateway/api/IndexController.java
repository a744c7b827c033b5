package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.security.Access;
import io.provenant.gateway.security.Caller;
import java.util.OptionalLong;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The index itself: how far it is, and building it again. */
@RestController
public final class IndexController {

    private final Index index;
    private final IndexRebuilding rebuilding;

    /** The routes of this index. */
    public IndexController(Index index, IndexRebuilding rebuilding) {
        this.index = index;
        this.rebuilding = rebuilding;
    }

    @GetMapping("/api/v1/index")
    JsonObject state() {
        OptionalLong rebuilt = rebuilding.blocks();
        JsonObject state = Reads.asOf(index.asOf()).with("rebuilding", rebuilt.isPresent());
        return rebuilt.isPresent() ? state.with("rebuiltBlocks", rebuilt.getAsLong()) : state;
    }

    @PostMapping("/api/v1/index/rebuilds")
    ResponseEntity<JsonObject> rebuild(Caller caller) {
        Access.ADMINISTER.require(caller.person());
        if (!rebuilding.begin()) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "rebuild-runs",
                    "the index is being rebuilt; /api/v1/index says how far it is");
        }
        return ResponseEntity.accepted().body(state());
    }
}
