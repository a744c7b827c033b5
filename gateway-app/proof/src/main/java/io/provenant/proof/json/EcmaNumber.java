package io.provenant.proof.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A double as ECMAScript writes it (ECMA-262 Number::toString, RFC 8785 3.2.2.3): the fewest digits that read back as
 * the same double, and of these the nearest. Java's own {@code Double.toString} gives more digits before Java 19.
 */
final class EcmaNumber {

    private static final int MOST_DIGITS = 17;
    private static final int LARGEST_PLAIN = 21;
    private static final int SMALLEST_PLAIN = -6;

    private EcmaNumber() {}

    static String text(double value) {
        if (value == 0) {
            return "0"; // minus zero too
        }
        BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        return (value < 0 ? "-" : "") + layOut(digits, digits.length() - shortest.scale());
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            // both neighbours: below a power of two the nearer one may read back as another double
            BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
            BigDecimal nearest = Stream.of(below, above)
                    .filter(candidate -> candidate.doubleValue() == value)
                    .min(Comparator.comparing((BigDecimal candidate) ->
                                    candidate.subtract(exact).abs())
                            .thenComparing(
                                    candidate -> candidate.unscaledValue().testBit(0))) // a tie: the even one
                    .orElse(BigDecimal.ZERO);
            if (nearest.signum() != 0) {
                return nearest;
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }

    // the value is 0.digits times 10 to the power of the exponent
    private static String layOut(String digits, int exponent) {
        int count = digits.length();
        if (count <= exponent && exponent <= LARGEST_PLAIN) {
            return digits + "0".repeat(exponent - count);
        }
        if (0 < exponent && exponent <= LARGEST_PLAIN) {
            return digits.substring(0, exponent) + "." + digits.substring(exponent);
        }
        if (SMALLEST_PLAIN < exponent && exponent <= 0) {
            return "0." + "0".repeat(-exponent) + digits;
        }
        String fraction = count == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (exponent > 0 ? "+" : "-") + Math.abs(exponent - 1);
    }
}
