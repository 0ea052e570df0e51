package org.kindtrail.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class FormTest {
    private static final List<String> FIELDS = List.of("item", "quantity");

    private static Form typed(String... namesAndValues) {
        var typed = new MultivaluedHashMap<String, String>();
        typed.putSingle(Form.KEY, "key");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            typed.putSingle(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Form.of(typed);
    }

    private static Form closedUp(Form form, int most) {
        return form.closedUp("lines", FIELDS, i -> form.has("lines[" + i + "].item"), most);
    }

    @Test
    void whatIsFilledComesFirstAndTheOrderStays() {
        Form closed = closedUp(
                typed("note", "n", "lines[1].item", "a", "lines[1].quantity", "1", "lines[4].item", "b", "lines[5].quantity", "7"), 50);
        assertThat(closed.value("lines[0].item")).isEqualTo("a");
        assertThat(closed.value("lines[0].quantity")).isEqualTo("1");
        assertThat(closed.value("lines[1].item")).isEqualTo("b");
        assertThat(closed.value("lines[1].quantity")).isEmpty();
        assertThat(closed.has("lines[2].item")).isFalse();
        assertThat(closed.value("lines[5].quantity")).as("a line that does not count keeps what was chosen in it").isEqualTo("7");
        assertThat(closed.lines("lines", 50)).as("as many as were sent").isEqualTo(6);
        assertThat(closed.value("note")).isEqualTo("n");
        assertThat(closed.key()).isEqualTo("key");
    }

    @Test
    void emptyLinesGiveWayAndFilledOnesDoNot() {
        Form sent = typed("lines[0].quantity", "1", "lines[1].item", "a", "lines[2].item", "b", "lines[3].item", "");
        assertThat(closedUp(sent, 3).lines("lines", 50)).isEqualTo(3);
        assertThat(closedUp(sent, 0).lines("lines", 50)).isEqualTo(2);
        assertThat(closedUp(sent, 1).value("lines[1].item")).isEqualTo("b");
    }

    @Test
    void anotherGroupIsLeftAlone() {
        Form closed = closedUp(typed("lines[3].item", "a", "linesmen[2].item", "c"), 0);
        assertThat(closed.value("linesmen[2].item")).isEqualTo("c");
        assertThat(closed.value("lines[0].item")).isEqualTo("a");
    }
}
