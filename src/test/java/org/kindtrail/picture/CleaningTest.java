package org.kindtrail.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindtrail.kernel.Invalid;

/** What comes from telephones is drawn anew; what else there is in a file, or only seems to be, is refused or left behind. */
@Tag("once")
class CleaningTest {
    private final Cleaning cleaning = new Cleaning();

    private CleanPicture clean(byte[] file) {
        return cleaning.clean("photograph", file);
    }

    private static BufferedImage image(CleanPicture clean) {
        try {
            return ImageIO.read(new ByteArrayInputStream(clean.jpeg()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refused(String key, byte[] file) {
        assertThatThrownBy(() -> clean(file)).as(key).isInstanceOfSatisfying(Invalid.class, refused -> {
            assertThat(refused.fields()).hasSize(1);
            assertThat(refused.fields().get(0).path()).isEqualTo("photograph");
            assertThat(refused.fields().get(0).key()).isEqualTo("error_picture_" + key);
        });
    }

    /** A clean one is a JPEG whose only segments are those that draw it, and JFIF's header. */
    private static void holdsNothingBesides(CleanPicture clean) {
        byte[] jpeg = clean.jpeg();
        assertThat(jpeg.length).isLessThanOrEqualTo(300_000);
        List<Integer> markers = new ArrayList<>();
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != 0xDA) {
            markers.add(jpeg[at + 1] & 0xFF);
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
        assertThat(markers).containsOnly(0xE0, 0xDB, 0xC0, 0xC4);
        assertThat(JpegFile.end(jpeg, 0)).isEqualTo(jpeg.length);
        assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).doesNotContain("CANARY", "Exif", "GPS", "xpacket", "2026:11");
        assertThat(image(clean).getWidth()).isEqualTo(clean.width());
        assertThat(image(clean).getHeight()).isEqualTo(clean.height());
        assertThat(Math.max(clean.width(), clean.height())).isLessThanOrEqualTo(1600);
    }

    private static void near(BufferedImage image, double across, double down, Color wanted) {
        Color found = new Color(image.getRGB((int) (image.getWidth() * across), (int) (image.getHeight() * down)));
        assertThat(found.getRed()).as("red").isCloseTo(wanted.getRed(), within(12));
        assertThat(found.getGreen()).as("green").isCloseTo(wanted.getGreen(), within(12));
        assertThat(found.getBlue()).as("blue").isCloseTo(wanted.getBlue(), within(12));
    }

    private static void cornersAre(BufferedImage image, Color... colours) {
        for (int i = 0; i < 4; i++) {
            near(image, i % 2 == 0 ? 0.25 : 0.75, i < 2 ? 0.25 : 0.75, colours[i]);
        }
    }

    @Test
    void nothingOfWhatTheCameraWroteIsKept() {
        byte[] shot = Shots.with(
                Shots.jpeg(),
                Shots.exif(1, ByteOrder.BIG_ENDIAN),
                Shots.xmp(),
                Shots.segment(0xE2, Shots.text("ICC_PROFILE\0\1\1 " + Shots.CANARY)),
                Shots.segment(0xED, Shots.text("Photoshop 3.0\0" + Shots.CANARY)),
                Shots.comment(Shots.CANARY));
        assertThat(new String(shot, StandardCharsets.ISO_8859_1)).contains(Shots.CANARY, "2026:11:20");
        CleanPicture clean = clean(shot);
        holdsNothingBesides(clean);
        cornersAre(image(clean), Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
    }

    @Test
    void howTheCameraWasHeldIsMadeGood() {
        Color r = Color.RED;
        Color g = Color.GREEN;
        Color b = Color.BLUE;
        Color w = Color.WHITE;
        Color[][] upright = {
            {r, g, b, w}, {g, r, w, b}, {w, b, g, r}, {b, w, r, g}, {r, b, g, w}, {b, r, w, g}, {w, g, b, r}, {g, w, r, b}
        };
        for (int orientation = 1; orientation <= 8; orientation++) {
            for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
                CleanPicture clean = clean(Shots.with(Shots.withoutJfif(Shots.jpeg()), Shots.exif(orientation, order)));
                holdsNothingBesides(clean);
                boolean turned = orientation > 4;
                assertThat(clean.width()).as("orientation %d", orientation).isEqualTo(turned ? 240 : 320);
                cornersAre(image(clean), upright[orientation - 1]);
            }
        }
    }

    @Test
    void brokenExifIsNoReasonToRefuse() {
        byte[] whole = Shots.exif(6, ByteOrder.LITTLE_ENDIAN);
        for (int length : new int[] {8, 12, 14, 16, 18, 20, 30, 60}) {
            byte[] broken = Shots.segment(0xE1, Arrays.copyOfRange(whole, 4, 4 + length));
            holdsNothingBesides(clean(Shots.with(Shots.jpeg(), broken)));
        }
        byte[] astray = whole.clone();
        Arrays.fill(astray, 14, 18, (byte) 0xFF);
        assertThat(clean(Shots.with(Shots.jpeg(), astray)).width()).isEqualTo(320);
        assertThat(clean(Shots.with(Shots.jpeg(), Shots.exif(9, ByteOrder.BIG_ENDIAN))).width()).isEqualTo(320);
    }

    @Test
    void aPhotographOfTwelveMillionPixelsOfNoiseFits() {
        CleanPicture clean = clean(Shots.file(Shots.noise(4000, 3000), "jpeg"));
        holdsNothingBesides(clean);
        assertThat(clean.width()).isBetween(400, 1600);
    }

    @Test
    void aLargePictureIsMadeSmallerAndASmallOneStaysAsItIs() {
        CleanPicture large = clean(Shots.file(Shots.corners(6000, 2000), "jpeg"));
        assertThat(List.of(large.width(), large.height())).isEqualTo(List.of(1600, 533));
        cornersAre(image(large), Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
        CleanPicture small = clean(Shots.file(Shots.corners(2, 2), "png"));
        assertThat(List.of(small.width(), small.height())).isEqualTo(List.of(2, 2));
        CleanPicture thin = clean(Shots.png(30_000, 1, 1, 0, 3751));
        assertThat(List.of(thin.width(), thin.height())).isEqualTo(List.of(1600, 1));
        holdsNothingBesides(thin);
    }

    @Test
    void fiftyMillionPixelsAreTakenWithoutTheMemoryForThem() {
        CleanPicture clean = clean(Shots.png(7071, 7071, 1, 0, 885 * 7071));
        assertThat(List.of(clean.width(), clean.height())).isEqualTo(List.of(1600, 1600));
    }

    @Test
    void everyUsualKindOfPngIsTaken() {
        for (int type : new int[] {
            BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_3BYTE_BGR
        }) {
            CleanPicture clean = clean(Shots.file(Shots.corners(320, 240, type), "png"));
            holdsNothingBesides(clean);
            cornersAre(image(clean), Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
        }
        for (int type : new int[] {
            BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_BINARY
        }) {
            CleanPicture clean = clean(Shots.file(Shots.corners(320, 240, type), "png"));
            holdsNothingBesides(clean);
            near(image(clean), 0.75, 0.75, Color.WHITE);
        }
        // sixteen bits a channel, interlaced, grey with transparency
        holdsNothingBesides(clean(Shots.png(10, 10, 16, 2, 610)));
        holdsNothingBesides(clean(Shots.png(10, 10, 16, 6, 810)));
        holdsNothingBesides(clean(Shots.png(8, 8, 8, 2, 1, 64 * 3 + 15)));
        holdsNothingBesides(clean(Shots.png(10, 10, 8, 4, 210)));
    }

    @Test
    void transparencyBecomesWhite() {
        BufferedImage glass = new BufferedImage(2000, 100, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = glass.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, 1000, 100);
        pen.dispose();
        BufferedImage seen = image(clean(Shots.file(glass, "png")));
        near(seen, 0.25, 0.5, Color.BLUE);
        near(seen, 0.75, 0.5, Color.WHITE);
    }

    @Test
    void textsAndFurtherFramesOfAPngAreLeftBehind() {
        byte[] png = Shots.withChunks(
                Shots.png(),
                Shots.chunk("tEXt", Shots.text("Author\0" + Shots.CANARY)),
                Shots.chunk("iTXt", Shots.text("XML:com.adobe.xmp\0\0\0\0\0<?xpacket " + Shots.CANARY)),
                Shots.chunk("eXIf", Shots.text("MM\0*" + Shots.CANARY)),
                Shots.chunk("acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0}),
                Shots.chunk("zTXt", Shots.text("x\0\0not packed at all")));
        CleanPicture clean = clean(png);
        holdsNothingBesides(clean);
        cornersAre(image(clean), Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
    }

    @Test
    void aProgressiveAndAGreyJpegAreTaken() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(Shots.corners(320, 240), null, null), how);
        }
        cornersAre(image(clean(bytes.toByteArray())), Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
        holdsNothingBesides(clean(Shots.file(Shots.corners(320, 240, BufferedImage.TYPE_BYTE_GRAY), "jpeg")));
    }

    // Refused ---------------------------------------------------------------------------------------------------------

    @Test
    void whatIsNoJpegOrPngIsRefused() {
        refused("missing", new byte[0]);
        refused("type", Shots.text("GIF89a and so on"));
        refused("type", Shots.file(Shots.corners(9, 9), "bmp"));
        refused("type", Shots.file(Shots.corners(9, 9), "gif"));
        refused("type", Shots.join(new byte[] {0, 0, 0, 24}, Shots.text("ftypheic"), new byte[40]));
        refused("type", new byte[] {(byte) 0xFF, (byte) 0xD8});
        refused("type", Shots.text("RIFF....WEBPVP8 "));
    }

    @Test
    void whatIsTooLargeIsRefused() {
        refused("large", Arrays.copyOf(Shots.jpeg(), 10 * 1024 * 1024 + 1));
    }

    @Test
    void aBombIsRefusedBeforeItGoesOff() {
        refused("pixels", Shots.sayingIts(Shots.jpeg(), 65_000, 65_000));
        refused("pixels", Shots.png(100_000, 100_000, 8, 6, 100));
        refused("pixels", Shots.png(Integer.MAX_VALUE, Integer.MAX_VALUE, 8, 6, 100));
        refused("pixels", Shots.png(-1, 5, 8, 6, 100));
        refused("no_size", Shots.png(0, 0, 8, 2, 100));
        refused("no_size", Shots.sayingIts(Shots.jpeg(), 0, 240));
        refused("no_size", Shots.sayingIts(Shots.jpeg(), 320, 0));
    }

    @Test
    void aHeaderThatLiesIsFoundOut() {
        refused("damaged", Shots.png(10, 10, 8, 2, 500_000_000));
        refused("damaged", Shots.png(10, 10, 8, 2, 311));
        refused("truncated", Shots.png(10, 10, 8, 2, 309));
        refused("truncated", Shots.png(7000, 7000, 8, 2, 5000));
        refused("damaged", Shots.sayingIts(Shots.jpeg(), 6000, 6000));
    }

    @Test
    void textsThatWouldUnpackWithoutEndAreNotUnpacked() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(Shots.text("x\0\0"));
        byte[] packed = Shots.png(1, 1, 8, 0, 900_000_000);
        bomb.write(packed, 41, packed.length - 41 - 16);
        holdsNothingBesides(clean(Shots.withChunks(Shots.png(), Shots.chunk("zTXt", bomb.toByteArray()))));
    }

    @Test
    void whatWasCutOffIsRefusedWhereverItWasCut() {
        byte[] jpeg = Shots.with(Shots.jpeg(), Shots.exif(6, ByteOrder.BIG_ENDIAN));
        for (int length = 3; length < jpeg.length; length += 37) {
            refused("truncated", Arrays.copyOf(jpeg, length));
        }
        byte[] png = Shots.png();
        for (int length = 8; length < png.length; length += 7) {
            refused("truncated", Arrays.copyOf(png, length));
        }
    }

    @Test
    void aJpegThatEndsInTheMiddleIsDamaged() {
        byte[] jpeg = Shots.file(Shots.noise(320, 240), "jpeg");
        byte[] half = Shots.join(Arrays.copyOf(jpeg, jpeg.length / 2), new byte[] {0, (byte) 0xFF, (byte) 0xD9});
        refused("damaged", half);
    }

    @Test
    void whateverIsWrongInAFileTheAnswerIsARefusalOrAPicture() {
        Random random = new Random(11);
        for (byte[] whole : List.of(
                Shots.with(Shots.jpeg(), Shots.exif(6, ByteOrder.BIG_ENDIAN)),
                Shots.png(),
                Shots.join(Shots.jpeg(), Shots.samsung()),
                Shots.join(Shots.jpeg(), Shots.film()))) {
            for (int i = 0; i < 400; i++) {
                byte[] spoilt = whole.clone();
                for (int n = random.nextInt(4); n >= 0; n--) {
                    spoilt[random.nextInt(random.nextBoolean() ? Math.min(700, spoilt.length) : spoilt.length)] = (byte) random.nextInt();
                }
                try {
                    holdsNothingBesides(clean(spoilt));
                } catch (Invalid refused) {
                    assertThat(refused.fields().get(0).key()).startsWith("error_picture_");
                }
            }
        }
    }

    @Test
    void rareKindsOfJpegAreRefusedByName() {
        byte[] cmyk = Shots.jpeg();
        int frame = 0;
        while (!(cmyk[frame] == (byte) 0xFF && cmyk[frame + 1] == (byte) 0xC0)) {
            frame++;
        }
        byte[] four = cmyk.clone();
        four[frame + 9] = 4;
        refused("cmyk", four);
        for (int marker : new int[] {0xC3, 0xC5, 0xC9, 0xCB, 0xCF, 0xCC}) {
            byte[] rare = cmyk.clone();
            rare[frame + 1] = (byte) marker;
            refused("variant", rare);
        }
        byte[] twelveBits = cmyk.clone();
        twelveBits[frame + 4] = 12;
        refused("variant", twelveBits);
    }

    // More than a photograph ------------------------------------------------------------------------------------------

    private static byte[] zip(String comment) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment(comment);
            zip.putNextEntry(new ZipEntry("x.class"));
            zip.write(1);
        }
        return bytes.toByteArray();
    }

    @Test
    void anArchiveWithinOrBehindAPhotographIsRefused() throws IOException {
        for (byte[] archive : List.of(zip(null), zip("with a comment"))) {
            refused("stowaway", Shots.join(Shots.jpeg(), archive));
            refused("stowaway", Shots.join(Shots.png(), archive));
            refused("stowaway", Shots.with(Shots.jpeg(), Shots.segment(0xFE, archive)));
            refused("stowaway", Shots.withChunks(Shots.png(), Shots.chunk("teXt", archive)));
            refused("stowaway", Shots.join(Shots.jpeg(), new byte[77], archive));
        }
        byte[] empty = Shots.join(new byte[] {'P', 'K', 5, 6}, new byte[18]);
        refused("stowaway", Shots.with(Shots.jpeg(), Shots.segment(0xFE, empty)));
        refused("stowaway", Shots.with(Shots.jpeg(), Shots.segment(0xFE, Shots.join(Shots.text("Rar!"), new byte[] {0x1A, 7, 1, 0}))));
        refused("stowaway", Shots.with(Shots.jpeg(), Shots.segment(0xFE, new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C})));
    }

    @Test
    void fourBytesThatOnlyLookLikeAnArchivesEndAreNoReasonToRefuse() {
        byte[] chance = Shots.join(new byte[] {'P', 'K', 5, 6}, Shots.text("and then something else entirely, as it comes"));
        holdsNothingBesides(clean(Shots.with(Shots.jpeg(), Shots.segment(0xFE, chance))));
        holdsNothingBesides(clean(Shots.with(Shots.jpeg(), Shots.comment("a < b, <svgish, Rar, 7z, %PD"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "%PDF-1.7", "<script>alert(1)</script>", "<SCRIPT src=x>", "<html>", "<HtMl lang=en>", "<svg onload=x>", "<svg>", "<!DOCTYPE html>", "<?php x"
    })
    void aDocumentOrProgramWithinAPhotographIsRefused(String within) {
        byte[] text = Shots.text(within);
        refused("stowaway", Shots.with(Shots.jpeg(), Shots.segment(0xFE, text)));
        refused("stowaway", Shots.with(Shots.jpeg(), Shots.segment(0xE1, text)));
        refused("stowaway", Shots.join(Shots.jpeg(), text));
        refused("stowaway", Shots.withChunks(Shots.png(), Shots.chunk("tEXt", text)));
        refused("stowaway", Shots.join(Shots.png(), text));
    }

    @Test
    void foreignDataBehindTheEndIsRefused() {
        refused("foreign", Shots.join(Shots.jpeg(), Shots.text("MZ and a program")));
        refused("foreign", Shots.join(Shots.png(), Shots.text("MZ and a program")));
        refused("foreign", Shots.join(Shots.png(), Shots.jpeg()));
        refused("foreign", Shots.join(Shots.jpeg(), Shots.film(), Shots.text("and a program behind it")));
        refused("foreign", Shots.join(Shots.jpeg(), Shots.text("a program"), Shots.samsung()));
        refused("truncated", Shots.join(Shots.jpeg(), Arrays.copyOf(Shots.jpeg(), 600)));
        byte[] longer = Shots.film();
        longer[3] = 0;
        longer[2] = 1;
        refused("foreign", Shots.join(Shots.jpeg(), longer));
    }

    @Test
    void whatTelephonesPutBehindTheEndIsTakenAndLeftBehind() {
        List<byte[]> ends = List.of(
                Shots.jpeg(),
                Shots.join(new byte[100], Shots.jpeg(), new byte[9], Shots.with(Shots.jpeg(), Shots.xmp())),
                Shots.film(),
                Shots.join(Shots.jpeg(), Shots.film()),
                Shots.samsung(),
                Shots.join(Shots.jpeg(), new byte[5], Shots.samsung()),
                Shots.join(Shots.film(), Shots.samsung()),
                new byte[4096]);
        for (byte[] end : ends) {
            CleanPicture clean = clean(Shots.join(Shots.with(Shots.jpeg(), Shots.xmp()), end));
            holdsNothingBesides(clean);
            cornersAre(image(clean), Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
        }
        holdsNothingBesides(clean(Shots.join(Shots.png(), new byte[12])));
    }

    @Test
    void manyAtOnceAreDoneInTurn() throws Exception {
        byte[] shot = Shots.file(Shots.noise(800, 600), "jpeg");
        ExecutorService others = Executors.newFixedThreadPool(8);
        try {
            List<Future<CleanPicture>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(others.submit(() -> clean(shot)));
            }
            for (Future<CleanPicture> each : all) {
                holdsNothingBesides(each.get());
            }
        } finally {
            others.shutdownNow();
        }
    }
}
