package io.provenant.gateway.consent;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.vault.Folders;
import io.provenant.gateway.vault.MasterKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The consent sets that this organisation keeps for its controllers, a folder each, encrypted. */
public final class ConsentSets implements AutoCloseable {

    private final Path folder;
    private final MasterKey master;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, ConsentStore> open = new TreeMap<>();

    /** The sets in this folder. */
    public ConsentSets(Path folder, MasterKey master, Clock clock) {
        this.folder = folder;
        this.master = master;
        this.clock = clock;
    }

    /**
     * Builds a set of these persons and keeps their receipts.
     *
     * @return {@code size} and {@code memberRoot} for {@code consent:give}
     */
    public synchronized JsonObject build(ConsentTerms terms, java.util.List<JsonObject> persons) {
        if (find(terms.consentId()).isPresent()) {
            throw new IllegalStateException("there is a set of the consent " + terms.consentId());
        }
        ConsentSet set = ConsentSet.build(terms, persons, random);
        store(terms.consentId()).keep(set, clock);
        return set.population();
    }

    /** What {@code consent:give} says of this set, or nothing where there is none. */
    public synchronized Optional<JsonObject> population(String consentId) {
        return find(consentId).map(store -> store.receipt(0).toJson().object("population"));
    }

    /** The receipt file of the person with this reference, or nothing. */
    public synchronized Optional<JsonObject> receipt(String consentId, String subjectRef) {
        Optional<ConsentStore> store = find(consentId);
        OptionalLong place =
                store.isEmpty() ? OptionalLong.empty() : store.get().find(subjectRef);
        return place.isEmpty()
                ? Optional.empty()
                : Optional.of(store.orElseThrow().receipt(place.getAsLong()).toJson());
    }

    private Optional<ConsentStore> find(String consentId) {
        if (!Files.isDirectory(place(consentId))) {
            return Optional.empty();
        }
        ConsentStore store = store(consentId);
        return store.size() == 0 ? Optional.empty() : Optional.of(store);
    }

    private ConsentStore store(String consentId) {
        @Nullable ConsentStore known = open.get(consentId);
        if (known != null) {
            return known;
        }
        try {
            Folders.create(place(consentId));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of consent " + consentId, e);
        }
        ConsentStore opened = ConsentStore.open(place(consentId), master);
        open.put(consentId, opened);
        return opened;
    }

    // An id from outside names a folder only if it is a UUID to the letter.
    private Path place(String consentId) {
        if (!UUID.fromString(consentId).toString().equals(consentId)) {
            throw new IllegalArgumentException("a consent id is a UUID in lower case");
        }
        return folder.resolve(consentId);
    }

    @Override
    public synchronized void close() {
        open.values().forEach(ConsentStore::close);
        open.clear();
    }
}
