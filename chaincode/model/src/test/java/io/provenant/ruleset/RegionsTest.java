package io.provenant.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

    @ParameterizedTest
    @CsvSource({
        "CN, CN",
        "440300, CN",
        "DE, DE",
        "HK, HK",
        "710000, TW",
        "810000, HK",
        "820000, MO",
        "EU-WEST-1, EU-WEST-1",
        "44030, 44030"
    })
    void a_region_lies_in_one_country_or_nobodys(String region, String country) {
        assertThat(Regions.country(region)).isEqualTo(country);
    }
}
