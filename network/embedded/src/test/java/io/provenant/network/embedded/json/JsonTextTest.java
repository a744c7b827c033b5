package io.provenant.network.embedded.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void reads_every_kind_of_value() {
        JsonMembers members = JsonText.parseObject(
                " {\"text\": \"a\\u00e9\\n\\\"\", \"number\": -12, \"flag\": true, \"list\": [{\"x\": 1}, {}], \"o\": {\"p\": \"q\"}} ");

        assertThat(members.text("text")).isEqualTo("aé\n\"");
        assertThat(members.number("number", -20, 0)).isEqualTo(-12);
        assertThat(members.number("absent", 0, 9, 7)).isEqualTo(7);
        assertThat(members.flag("flag")).isTrue();
        assertThat(members.flag("other")).isFalse();
        assertThat(members.objects("list")).hasSize(2);
        assertThat(members.object("o").text("p")).isEqualTo("q");
        assertThat(members.optionalText("none")).isEmpty();
        assertThat(members.optionalObject("none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}}",
                "{} x",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":null}",
                "{\"a\":1.5}",
                "{\"a\":1e3}",
                "{\"a\":01}",
                "{\"a\":1234567890123456}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"b}",
                "{\"a\":[1 2]}",
                "{a:1}",
                "{\"a\":tru}",
                "{\"a\":-}"
            })
    void refuses_what_is_not_strict(String text) {
        assertThatThrownBy(() -> JsonText.parseObject(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void refuses_deep_nesting() {
        String text = "{\"a\":" + "[".repeat(20) + "]".repeat(20) + "}";

        assertThatThrownBy(() -> JsonText.parseObject(text)).hasMessageContaining("16 levels");
    }

    @Test
    void names_the_place_of_a_member_that_is_wrong() {
        JsonMembers members = JsonText.parseObject("{\"a\":{\"n\":5,\"s\":\"x\"},\"l\":[{\"z\":1}]}");

        assertThatThrownBy(() -> members.object("a").text("missing")).hasMessage("\"a.missing\" is missing");
        assertThatThrownBy(() -> members.object("a").number("n", 0, 4))
                .hasMessage("\"a.n\" must be from 0 to 4, found 5");
        assertThatThrownBy(() -> members.object("a").number("s", 0, 4)).hasMessage("\"a.s\" must be a whole number");
        assertThatThrownBy(() -> members.objects("l").get(0).only("y")).hasMessage("there is no setting \"l[0].z\"");
        assertThatThrownBy(() -> members.text("a")).hasMessage("\"a\" must be a string");
    }
}
