package org.kindtrail.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import org.hamcrest.StringDescription;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class InJsonTest {
    private static final String JSON =
            """
            {"code": "B-1", "empty": [], "none": null, "half": 0.5, "long": 9007199254740993, "rows": [
              {"code": "a", "lines": [{"n": 1, "of": "x"}, {"n": 2}], "place": {"name": "shelf"}},
              null,
              {"code": "b", "lines": [], "place": null, "size": 3},
              {"code": null, "lines": [{"n": 3}], "place": {}}]}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code", "none", "nothing", "half", "long", "empty", "empty.code", "empty[0]", "rows", "rows[0]", "rows[0].code", "rows[7]", "rows.code",
                "rows.lines", "rows.lines.n", "rows.lines.of", "rows[0].lines[1].n", "rows.code[2]", "rows.lines[0].n", "rows.size", "rows[2].size",
                "rows[0].place.name", "none.code", "none[0]", "nothing.code", "nothing[0].code", "rows[1].code", "rows[2].place.name", "rows[2].place.name.first",
                "rows[-1].lines.n", "rows.lines.flatten()", "rows.lines.flatten().n", "rows[0].lines.find { it.of == 'x' }.n", "rows[0].lines.find { it.of == 'y' }.n",
                "rows[0].lines.findAll { it.of == 'x' }.n", "rows[0].lines.findAll { it.of == 'y' }", "rows[0].lines.find { it.n == 1 }.of", "rows[0].lines.find { it.n == '1' }",
                "empty.flatten()", "rows.find { it.code == 'b' }.size", "empty.find { it.code == 'b' }.size", "rows.size()", "rows.find { it != null && it.size == 3 }.code"
            })
    void aPathIsReadAsRestAssuredReadsIt(String path) {
        assertThat((Object) InJson.of(JSON).get(path)).isEqualTo(JsonPath.from(JSON).get(path));
    }

    @Test
    void everyPathIsHeldToItsMatcher() {
        assertThat(InJson.tells("code", equalTo("B-1"), "rows", hasSize(4)).matches(JSON)).isTrue();
        assertThat(InJson.tells("code", equalTo("B-1"), "rows", hasSize(3)).matches(JSON)).isFalse();
        assertThat(InJson.tells("code", equalTo("B-2")).matches(JSON)).isFalse();
        StringDescription told = new StringDescription();
        InJson.tells("code", equalTo("B-2")).describeMismatch(JSON, told);
        assertThat(told.toString()).contains("at code").contains("B-1");
    }
}
