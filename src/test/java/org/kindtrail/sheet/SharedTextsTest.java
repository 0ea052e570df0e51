package org.kindtrail.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.kernel.Unavailable;

/** The workbook that ended three uploads at once in a full heap has 2.4 million texts in 44 MB. */
@Tag("once")
class SharedTextsTest {
    private static final long LARGE = 44L << 20;
    private static final long ORDINARY = 200L << 10;

    private final SharedTexts texts = new SharedTexts(64L << 20, 0);

    @Test
    void ofLargeWorkbooksOneIsOpenAtATime() {
        int first = texts.take(LARGE);
        assertThatThrownBy(() -> texts.take(LARGE)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> texts.take(ORDINARY)).isInstanceOf(Unavailable.class);
        texts.giveBack(first);
        assertThat(texts.take(LARGE)).isEqualTo(first);
    }

    @Test
    void ordinaryOnesAreReadBesideEachOther() {
        for (int i = 0; i < 30; i++) {
            texts.take(ORDINARY);
        }
        assertThatThrownBy(() -> texts.take(LARGE)).isInstanceOf(Unavailable.class);
    }
}
