package io.provenant.shape;

import java.util.regex.Pattern;

/**
 * The one place where chosen ids are screened for personal data (domain 3.2): resident identity numbers (GB 11643),
 * mobile numbers and bank cards (Luhn), standing alone or as a part between hyphens. Arguments stay on the ledger for
 * ever, so such an id is refused before anything is written.
 */
final class PersonalIds {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern SLUG = Pattern.compile("[a-z]{2,5}-[A-Za-z0-9-]{1,60}");
    private static final Pattern RESIDENT =
            Pattern.compile("[1-9][0-9]{5}(18|19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]");
    private static final Pattern MOBILE = Pattern.compile("(86)?1[3-9][0-9]{9}");
    private static final Pattern CARD = Pattern.compile("[0-9]{16,19}");

    private PersonalIds() {}

    static boolean looksPersonal(String id) {
        if (UUID.matcher(id).matches() || !SLUG.matcher(id).matches()) {
            return false;
        }
        for (String part : id.split("-", -1)) {
            if (isPersonal(part)) {
                return true;
            }
        }
        return isPersonal(id.substring(id.indexOf('-') + 1).replace("-", ""));
    }

    private static boolean isPersonal(String part) {
        return RESIDENT.matcher(part).matches()
                || MOBILE.matcher(part).matches()
                || (CARD.matcher(part).matches() && passesLuhn(part));
    }

    // ISO/IEC 7812-1 annex B
    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
