package org.kindtrail.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.kindtrail.testing.InJson.tells;

import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.APhotograph;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class LogoTest {
    private static final String LOGO = "/api/v1/organisations/mine/logo";

    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private static byte[] png(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.GREEN);
        pen.fillOval(0, 0, width / 2, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void aCoordinatorChoosesALogoAnotherAndNone() throws IOException {
        Browser browser = house.browser(Role.COORDINATOR).open("/organisation").click("Logo for what is printed");
        assertThat(browser.text()).contains("There is none yet.");
        browser.fill("Use this logo").attach("Picture", "CANARY.png", "image/png", png(2000, 500)).send().follow();
        var shown = browser.page().selectFirst("main img");
        assertThat(shown.attr("width") + "x" + shown.attr("height")).isEqualTo("600x150");
        assertThat(shown.attr("alt")).isEqualTo("Logo of " + house.name);
        byte[] kept = house.browser(Role.VOLUNTEER).open("/organisation/logo/image").response().asByteArray();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).startsWith("\u0089PNG").doesNotContain("CANARY");
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(drawn.getRGB(150, 75)).isEqualTo(Color.GREEN.getRGB());
        assertThat(drawn.getRGB(500, 75) >>> 24).as("stays clear").isZero();
        browser.fill("Use this logo").attach("Picture", "b.jpg", "image/jpeg", APhotograph.jpeg()).send().follow();
        assertThat(browser.page().selectFirst("main img").attr("width")).isEqualTo("40");
        browser.open("/organisation");
        assertThat(browser.text()).contains("logo changed");
        browser.open("/organisation/logo").fill("Print without a logo").send().follow();
        assertThat(browser.text()).contains("There is none yet.");
        assertThat(browser.open("/organisation/logo/image").status()).isEqualTo(404);
    }

    @Test
    void aLogoThatIsNoPictureIsRefusedAndWhatToDoIsSaid() throws IOException {
        Browser browser = house.browser(Role.COORDINATOR).open("/organisation/logo");
        byte[] words = "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8);
        browser.fill("Use this logo").attach("Picture", "logo.png", "image/png", words).send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.text()).contains("neither a PNG nor a JPEG", "Save the logo as PNG");
        browser.fill("Use this logo").send();
        assertThat(browser.text()).contains("Choose a picture");
        refused(Arrays.copyOf(png(300, 300), 200), "damaged");
        refused(new byte[2 * 1024 * 1024 + 1], "2 MB");
        refused(new byte[0], "Choose a picture");
        refused(claiming(60_000, 60_000), "million pixels");
        assertThat(browser.open("/organisation/logo/image").status()).isEqualTo(404);
    }

    /** A PNG that says it is as large as that. */
    private static byte[] claiming(int width, int height) throws IOException {
        byte[] png = png(10, 10);
        java.nio.ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(png, 12, 17);
        java.nio.ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }

    private void refused(byte[] sent, String why) {
        house.program(Role.COORDINATOR)
                .contentType("image/png")
                .body(sent)
                .put(LOGO)
                .then()
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("")))
                .body(tells("errors[0].detail", containsString(why)));
    }

    @Test
    void programsSendAndTakeAwayTheirOrganisationsOnly() throws IOException {
        house.program(Role.COORDINATOR)
                .contentType("image/png")
                .body(png(100, 900))
                .put(LOGO)
                .then()
                .statusCode(200)
                .body(tells("width", equalTo(33)))
                .body(tells("height", equalTo(300)));
        house.program(Role.VOLUNTEER).accept("image/png").get(LOGO).then().statusCode(200).contentType("image/png");
        organisations.open().program(Role.COORDINATOR).get(LOGO).then().statusCode(404);
        organisations.open().program(Role.COORDINATOR).delete(LOGO).then().statusCode(204);
        house.program(Role.DISTRIBUTOR).delete(LOGO).then().statusCode(403);
        house.program(Role.DISTRIBUTOR).contentType("image/png").body(png(9, 9)).put(LOGO).then().statusCode(403);
        house.program(Role.COORDINATOR).contentType("text/plain").body("x").put(LOGO).then().statusCode(415);
        house.program(Role.COORDINATOR).get(LOGO).then().statusCode(200);
        house.program(Role.COORDINATOR).delete(LOGO).then().statusCode(204);
        house.program(Role.COORDINATOR).get(LOGO).then().statusCode(404);
    }
}
