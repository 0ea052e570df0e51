package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

/** The files of every list, read off the doors: for whom they are, and what browsers are told of them. */
@HouseTest
@Tag("strict")
class EveryListTest {
    @Inject
    AnOrganisation organisations;

    private static List<String> lists() {
        List<String> lists = new ArrayList<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.kindtrail")
                .stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .forEach(type -> Arrays.stream(type.reflect().getDeclaredMethods())
                        .filter(EveryListTest::hasFiles)
                        .forEach(door -> lists.add(route(type.reflect(), door))));
        return lists;
    }

    private static boolean hasFiles(Method door) {
        return Arrays.stream(door.getParameters())
                .anyMatch(each -> each.isAnnotationPresent(QueryParam.class)
                        && each.getAnnotation(QueryParam.class).value().equals("format"));
    }

    private static String route(Class<?> room, Method door) {
        String rest = door.isAnnotationPresent(Path.class) ? door.getAnnotation(Path.class).value() : "";
        return (room.getAnnotation(Path.class).value() + "/" + rest).replaceAll("/+", "/").replaceFirst("(?<=.)/$", "");
    }

    @Test
    void aFileIsForWhoSeesTheListAndIsKeptNowhere() {
        AnOrganisation.House house = organisations.open();
        EveryThing everything = new EveryThing(house);
        List<String> lists = lists();
        assertThat(lists).hasSizeGreaterThan(10);
        SoftAssertions all = new SoftAssertions();
        for (String list : lists) {
            String path = everything.of(list).get(0).path();
            for (Role role : Role.values()) {
                Browser page = house.browser(role).open(path);
                for (String format : List.of("csv", "xlsx")) {
                    String where = role + " at " + path + " as " + format;
                    Answer file = house.browser(role).open(path + "?format=" + format).response();
                    all.assertThat(file.statusCode()).as(where).isEqualTo(page.status());
                    if (page.status() == 200) {
                        all.assertThat(page.page().select("a[href*=format=" + format + "]")).as(where).hasSize(1);
                        isAFile(all, where, file, path, format);
                    } else {
                        all.assertThat(file.header("Content-Disposition")).as(where).isNull();
                    }
                }
            }
            Browser stranger = Browser.stranger().open(path + "?format=csv");
            all.assertThat(stranger.status()).as("a stranger at " + path).isEqualTo(303);
        }
        all.assertAll();
    }

    private static void isAFile(SoftAssertions all, String where, Answer file, String path, String format) {
        String name = path.substring(1).replace('/', '-') + "." + format;
        all.assertThat(file.header("Content-Disposition")).as(where).isEqualTo("attachment; filename=\"" + name + "\"");
        all.assertThat(name).as(where).matches("[a-zA-Z0-9-]+\\.[a-z]+");
        all.assertThat(file.header("Cache-Control")).as(where).isEqualTo("no-store");
        all.assertThat(file.header("X-Content-Type-Options")).as(where).isEqualTo("nosniff");
        all.assertThat(file.header("Content-Security-Policy")).as(where).contains("default-src 'none'");
        all.assertThat(file.contentType())
                .as(where)
                .startsWith(format.equals("csv") ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }
}
