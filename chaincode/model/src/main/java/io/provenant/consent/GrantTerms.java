package io.provenant.consent;

import static io.provenant.ledger.ReasonCode.CONSENT_BEYOND_NOTICE;
import static io.provenant.ledger.ReasonCode.CONSENT_BUNDLED;
import static io.provenant.ledger.ReasonCode.CONSENT_COERCED;
import static io.provenant.ledger.ReasonCode.CONSENT_CORE_MISSING;
import static io.provenant.ledger.ReasonCode.CONSENT_DURATION;
import static io.provenant.ledger.ReasonCode.CONSENT_GUARDIAN_NEEDED;
import static io.provenant.ledger.ReasonCode.CONSENT_SEPARATE_NEEDED;
import static io.provenant.ledger.ReasonCode.CONSENT_VAGUE;
import static io.provenant.ledger.ReasonCode.NOTICE_NOT_CURRENT;
import static io.provenant.ledger.ReasonCode.POPULATION_TOO_SMALL;
import static io.provenant.ledger.ReasonCode.WITHDRAWAL_CHANNEL;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Detail;
import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.RuleSetIncompleteException;
import io.provenant.ledger.Rules;
import io.provenant.ledger.Tx;
import io.provenant.party.Market;
import io.provenant.ruleset.CodeHierarchy;
import io.provenant.ruleset.DataCategories;
import io.provenant.ruleset.Regions;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The conditions of a grant that lie in its own words, its notice and the rule set (INV-C1 to C5, C8, C10 to C13). */
final class GrantTerms {

    private static final long DAY_MS = 86_400_000;

    private final JsonObject body;
    private final Notice notice;
    private final Market market;
    private final Tx tx;
    private final Rules.RuleSections rules;
    private final Refusals refusals;
    private final SortedSet<String> roots;
    private final boolean separate;

    GrantTerms(JsonObject body, Notice notice, Market market, Tx tx, Refusals refusals) {
        this.body = body;
        this.market = market;
        this.notice = notice;
        this.tx = tx;
        this.rules = tx.rules().market();
        this.refusals = refusals;
        this.roots = DataCategories.of(rules).sensitiveRoots(body.texts("dataCategories"));
        this.separate = ConsentKind.valueOf(body.text("consentKind")).isSeparate();
    }

    void check() {
        notice();
        elements();
        purpose();
        sensitive();
        minors();
        channel();
        duration();
        reach();
        long least = rules.integer("minPopulation");
        long size = body.object("population").integer("size");
        refusals.require(size >= least, POPULATION_TOO_SMALL, Detail.expected(least), Detail.found(size));
    }

    // INV-C1: the notice that was in force, and nothing wider than it.
    private void notice() {
        require(
                notice.isInForceAt(tx.ms()) && notice.contentHash().equals(body.text("noticeHash")),
                NOTICE_NOT_CURRENT,
                "noticeId");
        within("dataCategories", notice.dataCategories());
        within("recipientIds", notice.recipientIds());
        require(body.integer("retentionDays") <= notice.retentionDays(), CONSENT_BEYOND_NOTICE, "retentionDays");
    }

    private void elements() {
        require(!body.texts("dataCategories").isEmpty(), CONSENT_CORE_MISSING, "dataCategories");
        require(!body.texts("processingOps").isEmpty(), CONSENT_CORE_MISSING, "processingOps");
        CollectionMethod method = CollectionMethod.valueOf(body.text("collectionMethod"));
        if (method == CollectionMethod.SDK) {
            require(body.has("sdkPartyId"), CONSENT_CORE_MISSING, "sdkPartyId");
            require(body.has("sdkDigest"), CONSENT_CORE_MISSING, "sdkDigest");
        }
        if (method == CollectionMethod.SENSOR) {
            require(body.has("deviceClassCode"), CONSENT_CORE_MISSING, "deviceClassCode");
        }
        boolean special = !roots.isEmpty() && new ConsentGrant(body).countsUnder("EU_GDPR", market);
        require(!special || body.has("specialBasis"), CONSENT_CORE_MISSING, "specialBasis"); // INV-C13
    }

    // INV-C2, C3. A vague purpose stands in no notice, so it is not called wider than the notice as well.
    private void purpose() {
        String purpose = body.text("purposeCode");
        boolean vague = rules.texts("vaguePurposes").contains(purpose);
        require(!vague, CONSENT_VAGUE, "purposeCode");
        require(vague || notice.purposeCodes().contains(purpose), CONSENT_BEYOND_NOTICE, "purposeCode");
        require(body.flag("separatelyRefusable"), CONSENT_BUNDLED, "separatelyRefusable");
        boolean necessary = body.text("conditionality").equals(Conditionality.NECESSARY_FOR_SERVICE.name());
        require(!necessary || isNecessary(purpose), CONSENT_COERCED, "conditionality");
    }

    private boolean isNecessary(String purpose) {
        return rules.rows("necessityProfiles").stream()
                .anyMatch(row -> row.text("serviceCode").equals(body.text("serviceCode"))
                        && row.text("purposeCode").equals(purpose));
    }

    // INV-C4
    private void sensitive() {
        SortedSet<String> named =
                new TreeSet<>(body.optionalText("sensitiveRoot").stream().toList());
        require(named.equals(roots) && roots.size() <= 1, CONSENT_SEPARATE_NEEDED, "sensitiveRoot");
        require(roots.isEmpty() || separate, CONSENT_SEPARATE_NEEDED, "consentKind");
        require(roots.isEmpty() || notice.saysNecessityAndImpact(), CONSENT_SEPARATE_NEEDED, "noticeId");
    }

    // INV-C5
    private void minors() {
        boolean ofMinors = roots.contains(DataCategories.MINORS) || body.flag("guardian");
        require(!ofMinors || body.flag("guardian"), CONSENT_GUARDIAN_NEEDED, "guardian");
        require(!ofMinors || notice.hasMinorRules(), CONSENT_GUARDIAN_NEEDED, "noticeId");
    }

    // INV-C8
    private void channel() {
        CodeHierarchy channels = CodeHierarchy.of("channels", rules);
        SortedSet<String> common = channels.classes(body.text("withdrawalMethodCode"));
        common.retainAll(channels.classes(body.text("collectionChannelCode")));
        require(!common.isEmpty(), WITHDRAWAL_CHANNEL, "withdrawalMethodCode");
    }

    // INV-C10
    private void duration() {
        if (!(rules.value("maxConsentDays") instanceof JsonObject days)) {
            throw new RuleSetIncompleteException(rules.ruleSetId(), "maxConsentDays");
        }
        long most = tx.ms() + days.integer(roots.isEmpty() ? "general" : "sensitive") * DAY_MS;
        long until = body.integer("validUntilMs");
        refusals.require(
                tx.ms() < until && until <= most,
                CONSENT_DURATION,
                Detail.field("/body/validUntilMs"),
                Detail.expected(most),
                Detail.found(until));
    }

    // INV-C11, C12
    private void reach() {
        boolean others =
                body.texts("recipientIds").stream().anyMatch(recipient -> !recipient.equals(body.text("controllerId")));
        require(!others || separate, CONSENT_SEPARATE_NEEDED, "recipientIds");
        List<String> home = rules.texts("homeRegions");
        boolean abroad = isAbroad("allowedRegions", home) || isAbroad("storageRegions", home);
        require(!abroad || separate, CONSENT_SEPARATE_NEEDED, "allowedRegions");
        require(!abroad || body.flag("crossBorder"), CONSENT_SEPARATE_NEEDED, "crossBorder");
    }

    private boolean isAbroad(String field, List<String> home) {
        return body.texts(field).stream().map(Regions::country).anyMatch(region -> !home.contains(region));
    }

    private void within(String field, List<String> wider) {
        require(wider.containsAll(body.texts(field)), CONSENT_BEYOND_NOTICE, field);
    }

    private void require(boolean holds, ReasonCode code, String field) {
        refusals.require(holds, code, Detail.field("/body/" + field));
    }
}
