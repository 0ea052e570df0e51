package org.kindtrail.workshop;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Chromium;
import org.kindtrail.testing.HouseTest;

@HouseTest
class ScratchPicturesTest {
    @Inject AnOrganisation organisations;
    @Inject AWorkshop workshop;
    @TestHTTPResource("/") URI address;

    @Test
    void pictures() {
        AnOrganisation.House house = organisations.open();
        workshop.receive(house, 1, "soap", 25);
        workshop.receive(house, 2, "shampoo", 5);
        workshop.receive(house, 2, "towels", 13);
        workshop.receive(house, 2, "used-greeting-cards", 600);
        String jumpers = workshop.receive(house, 2, "jumpers-man", "L", Grade.GOOD, 10, house.shelfA);
        String kit = AWorkshop.kit(house, "hygiene-kit", AWorkshop.part(2, "soap", "shampoo"), AWorkshop.part(1, "towels"));
        var packed = AWorkshop.post(house, Role.VOLUNTEER, "works/packings", Map.of("kit", kit, "place", house.site, "quantity", 5)).extract();
        String drive = AWorkshop.drive(house, "workshop");
        String done = "";
        for (int i = 0; i < 3; i++) {
            done = AWorkshop.post(house, Role.VOLUNTEER, "works/steps", Map.of("drive", drive,
                    "inputs", List.of(Map.of("item", "used-greeting-cards", "quantity", 40)),
                    "outputs", List.of(Map.of("item", "refurbished-greeting-cards", "quantity", 31, "grade", "new"), Map.of("item", "card-scraps", "quantity", 9, "grade", "unfit")))).extract().path("code");
        }
        String base = address.toString().replaceFirst("/+$", "");
        try (Chromium chromium = new Chromium(base)) {
            for (boolean phone : new boolean[] {true, false}) {
                Page page = (phone ? chromium.telephone() : chromium.desk()).page();
                page.context().addCookies(List.of(new Cookie("kindtrail_session", house.session(Role.COORDINATOR)).setUrl(base)));
                String w = phone ? "360" : "1280";
                shot(page, base, "/kits", "kits-" + w);
                shot(page, base, "/kits/new", "kitnew-" + w);
                shot(page, base, "/kits/" + kit, "kit-" + w);
                shot(page, base, "/kits/" + kit + "/edit", "kitedit-" + w);
                shot(page, base, "/works", "works-" + w);
                shot(page, base, "/works/" + packed.path("code"), "work-" + w);
                shot(page, base, "/drives/" + drive, "drive-" + w);
                shot(page, base, "/drives/" + drive + "/workshop?done=" + done, "workshop-" + w);
                shot(page, base, "/lots/" + packed.path("outputs[0].lot"), "lot-" + w);
                shot(page, base, "/lots/" + packed.path("outputs[0].lot") + "/open", "open-" + w);
                shot(page, base, "/lots/" + jumpers + "/grade", "grade-" + w);
            }
        }
    }

    private static void shot(Page page, String base, String path, String name) {
        page.navigate(base + path);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("/tmp/wkpics/" + name + ".png")));
    }
}
