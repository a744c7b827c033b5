package io.provenant.usage.decision;

import io.provenant.asset.AssetId;
import io.provenant.asset.AssetVersion;
import io.provenant.asset.ConsentBinding;
import io.provenant.asset.DataAsset;
import io.provenant.asset.VersionId;
import io.provenant.consent.ConsentGrant;
import io.provenant.consent.ConsentId;
import io.provenant.ledger.Entry;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.Rules;
import io.provenant.party.Market;
import io.provenant.usage.UsageRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a decision is about: the request, its versions, all assets behind them, every bound consent, and the regimes that
 * judge. Opened in the order of domain 3a.4; its input is the committed request and nothing else.
 */
final class Dossier {

    private final UsageRequest request;
    private final Ledger ledger;
    private final long nowMs;
    private final List<AssetVersion> versions = new ArrayList<>();
    private final SortedMap<AssetId, DataAsset> assets = new TreeMap<>();
    private final SortedMap<ConsentId, Optional<ConsentGrant>> grants = new TreeMap<>();
    private final Market market;
    private final JudgedRegimes regimes;

    Dossier(UsageRequest request, Ledger ledger, Rules rules, long nowMs) {
        this.request = request;
        this.ledger = ledger;
        this.nowMs = nowMs;
        for (VersionId id : new TreeSet<>(request.versionIds())) {
            versions.add(known(AssetVersion.key(id)));
        }
        for (AssetId id : ofAll(versions, AssetVersion::assetIds)) {
            assets.put(id, known(DataAsset.key(id)));
        }
        for (ConsentId id : bound(versions)) {
            grants.put(id, ledger.get(ConsentGrant.key(id)));
        }
        this.market = known(Market.KEY);
        this.regimes = new JudgedRegimes(regimeNames(), ledger, rules, nowMs);
    }

    UsageRequest request() {
        return request;
    }

    Ledger ledger() {
        return ledger;
    }

    long nowMs() {
        return nowMs;
    }

    JudgedRegimes regimes() {
        return regimes;
    }

    /** The market, under whose regimes every grant counts that names none. */
    Market market() {
        return market;
    }

    /** The versions asked for, ascending. */
    List<AssetVersion> versions() {
        return versions;
    }

    /** Those of them that are personal information: their consents are judged. */
    List<AssetVersion> personalVersions() {
        return versions.stream().filter(AssetVersion::isPersonal).toList();
    }

    /** Those of the personal versions that rest on a grant. */
    List<AssetVersion> versionsOn(ConsentGrant grant) {
        return personalVersions().stream()
                .filter(version -> version.consents().stream()
                        .anyMatch(binding -> binding.consentId().equals(grant.consentId())))
                .toList();
    }

    /** All assets behind the versions, inherited ones too. */
    Collection<DataAsset> assets() {
        return assets.values();
    }

    /** The asset of which a version is one. */
    DataAsset assetOf(AssetVersion version) {
        DataAsset asset = assets.get(version.assetId());
        if (asset == null) {
            throw new IllegalStateException("a version outside its own assets: " + version.versionId());
        }
        return asset;
    }

    /** The sectors of the assets. */
    SortedSet<String> sectors() {
        SortedSet<String> sectors = new TreeSet<>();
        assets.values().forEach(asset -> sectors.add(asset.sectorCode()));
        return sectors;
    }

    /** The categories of all versions. */
    SortedSet<String> categories() {
        return ofAll(versions, AssetVersion::dataCategories);
    }

    /** Owners of the versions, consumer and recipients. */
    SortedSet<PartyId> parties() {
        SortedSet<PartyId> parties = consumers();
        versions.forEach(version -> parties.add(version.ownerId()));
        return parties;
    }

    /** Consumer and recipients. */
    SortedSet<PartyId> consumers() {
        SortedSet<PartyId> consumers = new TreeSet<>(request.recipientIds());
        consumers.add(request.consumerId());
        return consumers;
    }

    /** The parties and the owners of all assets. */
    SortedSet<PartyId> partiesAndOwners() {
        SortedSet<PartyId> all = parties();
        assets.values().forEach(asset -> all.add(asset.ownerId()));
        return all;
    }

    /** Every consent that a personal version carries, ascending; a grant that is missing is absent. */
    SortedMap<ConsentId, Optional<ConsentGrant>> judgedConsents() {
        SortedMap<ConsentId, Optional<ConsentGrant>> judged = new TreeMap<>(grants);
        judged.keySet().retainAll(bound(personalVersions()));
        return judged;
    }

    /** The grants among them. */
    List<ConsentGrant> judgedGrants() {
        return judgedConsents().values().stream().flatMap(Optional::stream).toList();
    }

    /** Every grant that any version carries. */
    List<ConsentGrant> boundGrants() {
        return grants.values().stream().flatMap(Optional::stream).toList();
    }

    /** The grant of a binding. */
    Optional<ConsentGrant> grant(ConsentBinding binding) {
        return grants.getOrDefault(binding.consentId(), Optional.empty());
    }

    // The union of the market's, the assets', the consents' and the request's: a request leaves none out.
    private SortedSet<String> regimeNames() {
        SortedSet<String> names = new TreeSet<>(market.regimes());
        names.addAll(request.regimes());
        assets.values().forEach(asset -> names.addAll(asset.regimes()));
        boundGrants().forEach(grant -> names.addAll(grant.regimes()));
        return names;
    }

    private static SortedSet<ConsentId> bound(List<AssetVersion> versions) {
        return ofAll(
                versions,
                version -> version.consents().stream()
                        .map(ConsentBinding::consentId)
                        .toList());
    }

    private <T extends Entry> T known(Key<T> key) {
        return ledger.get(key).orElseThrow(() -> new IllegalStateException("a request without " + key));
    }

    private static <T extends Comparable<T>> SortedSet<T> ofAll(
            List<AssetVersion> versions, Function<AssetVersion, List<T>> many) {
        SortedSet<T> all = new TreeSet<>();
        versions.forEach(version -> all.addAll(many.apply(version)));
        return all;
    }
}
