package io.provenant.usage.decision;

import io.provenant.asset.AssetVersion;
import io.provenant.consent.ConsentGrant;
import io.provenant.ruleset.DataCategories;
import java.util.List;

/**
 * Which data of a version its grants reach, as one rule set orders the categories. A consent to a broad category is none
 * to what is sensitive below it (PIPL Articles 28 and 29).
 */
record ConsentedCategories(DataCategories categories) {

    /** True if the grants cover every personal category of the version, and every sensitive head that it declares. */
    boolean coverAllOf(AssetVersion version, List<ConsentGrant> grants) {
        List<String> granted = grants.stream()
                .flatMap(grant -> grant.dataCategories().stream())
                .toList();
        boolean all = version.dataCategories().stream()
                .filter(this::isPersonal)
                .allMatch(category -> categories.covers(granted, category));
        boolean heads = version.sensitiveRoots().stream()
                .allMatch(root -> grants.stream().anyMatch(grant -> isUnder(grant, root)));
        return all && heads;
    }

    /** True if the grant is of sensitive data, or reaches data of these versions that is. */
    boolean isOfSensitiveData(ConsentGrant grant, List<AssetVersion> versions) {
        return grant.sensitiveRoot().isPresent()
                || isSensitive(grant.dataCategories())
                || versions.stream().anyMatch(version -> version.containsMinors() || reaches(grant, version));
    }

    private boolean reaches(ConsentGrant grant, AssetVersion version) {
        return version.dataCategories().stream()
                .map(List::of)
                .anyMatch(category -> isSensitive(category) && categories.anyWithin(category, grant.dataCategories()));
    }

    // A guardian speaks for a minor, whatever the category.
    private boolean isUnder(ConsentGrant grant, String root) {
        return grant.sensitiveRoot().filter(root::equals).isPresent()
                || categories.sensitiveRoots(grant.dataCategories()).contains(root)
                || (root.equals(DataCategories.MINORS) && grant.allows("guardian"));
    }

    private boolean isPersonal(String category) {
        return categories.anyPersonal(List.of(category)) || isSensitive(List.of(category));
    }

    private boolean isSensitive(List<String> some) {
        return !categories.sensitiveRoots(some).isEmpty();
    }
}
