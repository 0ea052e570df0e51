package org.kindtrail.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.picture.Shots;

@Tag("once")
class ReceiptFileTest {
    private static BufferedImage kept(byte[] sent) throws IOException {
        ReceiptFile file = ReceiptFile.of("receipt", sent);
        assertThat(file.contentType()).isEqualTo(ReceiptFile.JPEG);
        return ImageIO.read(new ByteArrayInputStream(file.bytes()));
    }

    @Test
    void aLargePhotographIsMadeSmallWithoutDecodingAllOfIt() throws IOException {
        BufferedImage kept = kept(Shots.file(new BufferedImage(8000, 6000, BufferedImage.TYPE_BYTE_GRAY), "png"));
        assertThat(kept.getWidth()).isEqualTo(2400);
        assertThat(kept.getHeight()).isBetween(1799, 1801);
    }

    @Test
    void itStandsUprightAsTheCameraWasHeld() throws IOException {
        byte[] lying = Shots.with(Shots.withoutJfif(Shots.file(Shots.corners(60, 40), "jpeg")), Shots.exif(6, ByteOrder.BIG_ENDIAN));
        BufferedImage kept = kept(lying);
        assertThat(kept.getWidth()).isEqualTo(40);
        assertThat(kept.getHeight()).isEqualTo(60);
    }

    @Test
    void whatIsBrokenOrTooLargeIsRefused() {
        byte[] half = Shots.file(Shots.corners(600, 400), "png");
        for (byte[] sent : new byte[][] {Arrays.copyOf(half, 60), {1, 2, 3}, Shots.file(new BufferedImage(9000, 6000, BufferedImage.TYPE_BYTE_GRAY), "png")}) {
            assertThatThrownBy(() -> ReceiptFile.of("receipt", sent)).isInstanceOf(Invalid.class);
        }
    }
}
