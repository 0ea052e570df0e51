package org.kindtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;

/** An authenticator app on a telephone: it reads the QR code with a camera and shows codes. */
final class AuthenticatorApp {
    private static final Pattern MODULES = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final Pattern ADDRESS = Pattern.compile("otpauth://totp/Kindtrail:([a-z0-9._-]+)\\?secret=([A-Z2-7]{32})&issuer=Kindtrail");
    private static final int PIXELS = 4;

    private final Clock clock;
    private final String secret;
    final String name;
    List<String> recoveryCodes = List.of();

    private AuthenticatorApp(Clock clock, String secret, String name) {
        this.clock = clock;
        this.secret = secret;
        this.name = name;
    }

    /** Scans what the page shows. */
    static AuthenticatorApp scans(Document page, Clock clock) {
        Matcher read = ADDRESS.matcher(decoded(page.selectFirst("svg.qr")));
        assertThat(read.matches()).isTrue();
        String typed = page.select(".groups").text().replace(" ", "");
        assertThat(typed).as("the secret in letters").isEqualTo(read.group(2));
        return new AuthenticatorApp(clock, read.group(2), read.group(1));
    }

    /** Sets it up for whoever is signed in, from the page of their account on. */
    static AuthenticatorApp setUp(Browser browser, Clock clock) {
        browser.open("/me/second-factor").fill("Go on").type("Password", AnOrganisation.PASSWORD).send();
        AuthenticatorApp app = scans(browser.follow().page(), clock);
        browser.fill("Make it count from now on").type("First code", app.code()).send();
        assertThat(browser.status()).isEqualTo(200);
        app.recoveryCodes = browser.page().select(".recovery .code").eachText();
        return app;
    }

    String code() {
        return TimeCodes.code(secret, clock.instant());
    }

    /** What it shows when the telephone's clock is so much ahead. */
    String codeIn(Duration ahead) {
        return TimeCodes.code(secret, clock.instant().plus(ahead));
    }

    String wrongCode() {
        String right = code();
        return right.substring(0, 5) + (right.charAt(5) == '9' ? '0' : (char) (right.charAt(5) + 1));
    }

    String secret() {
        return secret;
    }

    /** The SVG as a camera sees it, read by a decoder. */
    private static String decoded(Element svg) {
        int side = Integer.parseInt(svg.attr("viewBox").split(" ")[2]);
        int width = side * PIXELS;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xffffff);
        Matcher module = MODULES.matcher(svg.select("path[fill=#000]").attr("d"));
        while (module.find()) {
            int x = Integer.parseInt(module.group(1)) * PIXELS;
            int y = Integer.parseInt(module.group(2)) * PIXELS;
            int run = Integer.parseInt(module.group(3)) * PIXELS;
            for (int row = y; row < y + PIXELS; row++) {
                Arrays.fill(pixels, row * width + x, row * width + x + run, 0);
            }
        }
        try {
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels))),
                            // it is drawn exactly: the search for it in a photograph misses one in some thousand
                            Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE))
                    .getText();
        } catch (com.google.zxing.ReaderException e) {
            throw new AssertionError("no camera reads this", e);
        }
    }
}
