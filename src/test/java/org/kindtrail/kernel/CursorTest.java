package org.kindtrail.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the next page begins is told without telling an id. */
@Tag("once")
class CursorTest {
    private static String next(long id) {
        return Page.of(List.of(id, id + 1), 1, each -> each).next();
    }

    @Test
    void aCursorIsReadAsTheIdThatItWasMadeOf() {
        for (long id : new long[] {1, 2, 1234567, Long.MAX_VALUE}) {
            assertThat(Cursor.id(next(id))).isEqualTo(id);
        }
    }

    @Test
    void aCursorShowsNothingOfItsId() {
        List<String> cursors = new ArrayList<>();
        LongStream.rangeClosed(1, 500).forEach(id -> cursors.add(next(id)));
        assertThat(cursors).doesNotHaveDuplicates().allMatch(each -> each.matches("[A-Za-z0-9_-]{32}"));
        assertThat(cursors.stream().map(each -> each.substring(0, 8))).doesNotHaveDuplicates();
        assertThat(cursors).isNotEqualTo(cursors.stream().sorted().toList());
    }

    @Test
    void withoutACursorItIsTheFirstPage() {
        assertThat(Cursor.id(null)).isNull();
        assertThat(Cursor.id("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "-1", "x", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "٣", "V-7K2M-9QXT"})
    void whatTheHouseDidNotMakeIsRefused(String made) {
        assertThatThrownBy(() -> Cursor.id(made)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aChangedCursorIsRefused() {
        String cursor = next(7);
        for (int place = 0; place < cursor.length(); place++) {
            char other = cursor.charAt(place) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, place) + other + cursor.substring(place + 1);
            assertThatThrownBy(() -> Cursor.id(changed)).as("changed at %d", place).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void aCursorOfAnotherInstallationIsRefused() throws Exception {
        byte[] key = new byte[Cursor.KEY_BYTES];
        String theirs = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new com.google.crypto.tink.subtle.AesSiv(key)
                        .encryptDeterministically(new byte[Long.BYTES], "cursor".getBytes("US-ASCII")));
        assertThat(theirs).hasSize(32);
        assertThatThrownBy(() -> Cursor.id(theirs)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aCodeIsItsOwnCursor() {
        assertThat(Page.of(List.of("P-0000-0001", "P-0000-0002"), 1, each -> each).next()).isEqualTo("P-0000-0001");
    }

    @Test
    void aDayIsReadAndWhatIsNoneIsNamed() {
        assertThat(Cursor.day("from", " 2026-11-05 ")).isEqualTo(LocalDate.of(2026, 11, 5));
        assertThat(Cursor.day("from", " ")).isNull();
        LocalDate usual = LocalDate.of(2026, 6, 1);
        assertThat(Cursor.day("from", null, usual)).isEqualTo(usual);
        assertThat(Cursor.day("from", "2000-01-01", usual)).isEqualTo(LocalDate.of(2000, 1, 1));
        assertThat(Cursor.day("from", "2027-12-31", usual)).isEqualTo(LocalDate.of(2027, 12, 31));
        for (String wrong : List.of("2026-02-30", "5.11.2026", "today", "x".repeat(10_000))) {
            assertThat(fault(wrong, usual)).isEqualTo("from error_date");
        }
        for (String wrong : List.of("1999-12-31", "2028-01-01")) {
            assertThat(fault(wrong, usual)).isEqualTo("from error_date_range");
        }
    }

    private static String fault(String given, LocalDate usual) {
        FieldError fault = catchThrowableOfType(Unreadable.class, () -> Cursor.day("from", given, usual)).fields().get(0);
        return fault.path() + " " + fault.key();
    }
}
