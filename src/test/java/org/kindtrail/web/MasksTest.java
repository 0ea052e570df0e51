package org.kindtrail.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.logging.json.runtime.JsonFormatter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.StructuredFormatter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;

@Tag("once")
class MasksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "TYF0-J44Y-8A9N-PYFD", "tyf0-j44y-8a9n-pyfd", "TYF0J44Y8A9NPYFD", "tyf0j44y8a9npyfd", "TYF0 J44Y 8A9N PYFD",
                "TyFO-J44Y-8A9N-PYFD", "TYF0\u2013J44Y\u20138A9N\u2013PYFD", "TYF0%20J44Y%208A9N%20PYFD", "TYF0+J44Y+8A9N+PYFD",
                "TYF0%2DJ44Y%2D8A9N%2DPYFD", "TYF0%E2%80%93J44Y%E2%80%938A9N%E2%80%93PYFD", "TYF0%252DJ44Y%252D8A9N%252DPYFD",
                "%54%59%46%30%2d%4a%34%34%59%2d%38%41%39%4e%2d%50%59%46%44", "T-YF0J-44Y8-A9NP-YFD",
                "\\u0054YF0-J44Y-8A9N-PYFD", "TYF0-J44Y-8A9N-PYFX", "ZYF0-J44Y-8A9N-PYFD", "KABC-DEFG-HJKM-NPQR", "XYF0-J44Y-8A9N-PYFD"
            })
    void aKeyGoesHoweverItIsTyped(String key) {
        for (String around : new String[] {"%s", "GET /t/%s HTTP/1.1", "{\"code\": \"%s\"}", "/t?code=%s&x=1", "[%s]", "x=%s;", "uri: '/k/%s'."}) {
            String masked = Masks.mask(around.replace("%s", key));
            assertThat(masked).isEqualTo(around.replace("%s", "[key]"));
        }
    }

    @Test
    void everyKeyThatIsIssuedGoes() {
        Codes codes = new Codes(() -> 0);
        SecureRandom random = new SecureRandom();
        for (CodeKind kind : CodeKind.values()) {
            for (int i = 0; kind.isKey() && i < 2000; i++) {
                String key = codes.next(kind);
                String lower = random.nextBoolean() ? key : key.toLowerCase();
                for (String typed : new String[] {lower, lower.replace("-", ""), lower.replace("-", " "), lower.replace('0', 'o')}) {
                    String encoded = URLEncoder.encode(typed, StandardCharsets.UTF_8);
                    assertThat(Masks.mask("at /t/" + typed + "?a " + encoded)).isEqualTo("at /t/[key]?a [key]");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kt_fUDC6wI0cefCNAz4-B3CtL0lRV4xNTromb5PGoBjMwo", "VxXHJgOvk37nf4wmqmYw2YrfbYPKETj45ymEAQgbzBk",
                "someone@example.org", "a.b+c@mail.example.co.uk", "айгуль@пример.рф", "someone%40example.org", "+7 701 555 66 77",
                "87015556677", "+7(701)555-66-77", "%2B77015556677", "+996 (555) 12.34.56"
            })
    void tokensAndContactsGo(String secret) {
        String masked = Masks.mask("said '" + secret + "', and so on");
        assertThat(masked).matches("said '\\[[a-z-]+]', and so on");
    }

    @Test
    void valuesThatAreNamedGo() {
        assertThat(Masks.mask("Cookie: kindtrail_session=abc; __Host-kindtrail_device=x.y, z"))
                .isEqualTo("Cookie: kindtrail_session=[cookie]; __Host-kindtrail_device=[cookie], z");
        assertThat(Masks.mask("Authorization: Bearer abc.def-ghi")).isEqualTo("Authorization: Bearer [token]");
        assertThat(Masks.mask("_name=aigul&_password=forty+bags&x=1")).isEqualTo("_name=aigul&_password=[password]&x=1");
        assertThat(Masks.mask("{\"newPassword\" : \"forty \\\"bags\\\"\", \"a\": 1}"))
                .isEqualTo("{\"newPassword\" : [password], \"a\": 1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "Kindtrail is ready at http://localhost:8090/", "Set up at http://localhost:8090/setup with the code 0AB1-9876",
                "Unexpected, reference 12345678", "2026-11-22 10:57:53 from 192.168.100.200:54321 to [2001:db8::7]:8090",
                "insert into answer (asker, request_key, digest, created_at) values (?, ?, ?, ?)", "the store took 12 ms at line 345",
                "Flyway 11.2.3: migrated to 1.1", "took too long to answer this time", "100% of it, %d", "N-7K2M-9QXT", "at Foo.java:123",
                "org.kindtrail.place.Place@1a2b3c4d", "d4735e3a-265e-46ee-a03f-59718b9b5d03"
            })
    void wordsStay(String words) {
        assertThat(Masks.mask(words)).isEqualTo(words);
    }

    @Test
    void nothingStaysInParametersNorInWhatCausedIt() {
        Exception deep = new IllegalStateException("for someone@example.org");
        Exception fault = new IllegalArgumentException("at /t/TYF0-J44Y-8A9N-PYFD", deep);
        fault.addSuppressed(new RuntimeException("kt_fUDC6wI0cefCNAz4-B3CtL0lRV4xNTromb5PGoBjMwo"));
        ExtLogRecord record = new ExtLogRecord(Level.WARNING, "%s of %d: {0}", ExtLogRecord.FormatStyle.PRINTF, "x");
        record.setLoggerName("org.example");
        record.setParameters(new Object[] {"tyf0 j44y 8a9n pyfd", 7});
        record.setThrown(fault);
        assertThat(new LogFilter().isLoggable(record)).isTrue();
        assertThat(record.getFormattedMessage()).isEqualTo("[key] of 7: {0}");
        assertThat(printed(record.getThrown()))
                .contains("java.lang.IllegalArgumentException: at /t/[key]", "Caused by: java.lang.IllegalStateException: for [e-mail]")
                .contains("Suppressed: java.lang.RuntimeException: [token]", "MasksTest.java")
                .doesNotContain("someone", "TYF0", "fUDC6");
    }

    @Test
    void whatADatabaseSaysOfARowIsNotTold() {
        String said = "Value too long for column \"NAME\": \"'The house at Abay 12' (70)\"";
        SQLException refused = new SQLException(said, "22001", 22001);
        refused.addSuppressed(new RuntimeException("because " + said));
        ExtLogRecord record = new ExtLogRecord(Level.SEVERE, "Unexpected", "x");
        record.setThrown(new RuntimeException("could not execute statement [" + said + "] [insert into x values (?)]", refused));
        assertThat(new LogFilter().isLoggable(record)).isTrue();
        assertThat(printed(record.getThrown()))
                .contains("SQL state 22001", "insert into x values (?)")
                .doesNotContain("Abay");
    }

    @Test
    void aFaultWithNothingToHideStaysAsItIsAndOneThatCausesItselfDoesNotLoop() {
        Exception plain = new IllegalStateException("no words for x", new RuntimeException());
        assertThat(MaskedFault.of(plain)).isSameAs(plain);
        Exception first = new RuntimeException("someone@example.org");
        Exception second = new RuntimeException("second", first);
        first.initCause(second);
        assertThat(printed(MaskedFault.of(second))).contains("[e-mail]").doesNotContain("someone");
    }

    /** As application.properties sets it. */
    @Test
    void nothingStaysInALineOfJsonAndTheKindOfTheExceptionDoes() {
        JsonFormatter json = new JsonFormatter();
        json.setExceptionOutputType(StructuredFormatter.ExceptionOutputType.FORMATTED);
        ExtLogRecord record = new ExtLogRecord(Level.SEVERE, "for someone@example.org\nERROR all is lost", "x");
        record.setThrown(new IllegalStateException("at /t/TYF0-J44Y-8A9N-PYFD", new SQLException("'The house at Abay 12'", "22001")));
        assertThat(new LogFilter().isLoggable(record)).isTrue();
        String line = json.format(record);
        assertThat(line.strip()).doesNotContain("\n");
        assertThat(line)
                .contains("for [e-mail] ERROR", "java.lang.IllegalStateException: at /t/[key]", "SQL state 22001")
                .doesNotContain("someone", "TYF0", "Abay", "MaskedFault:");
    }

    @Test
    void nobodyMakesUpALineOfTheLog() {
        ExtLogRecord record = new ExtLogRecord(Level.INFO, "asked for bags\r\nERROR all is lost", "x");
        record.setThrown(new IllegalStateException("found bags\nERROR all is lost"));
        new LogFilter().isLoggable(record);
        assertThat(record.getFormattedMessage()).isEqualTo("asked for bags ERROR all is lost");
        assertThat(printed(record.getThrown()).lines().filter(line -> line.startsWith("ERROR"))).isEmpty();
    }

    @Test
    void whatTellsValuesTellsNothingBelowInfo() {
        for (String logger : new String[] {"org.hibernate.orm.core", "org.hibernate.orm.jdbc.bind", "io.netty.handler.logging", "org.h2"}) {
            ExtLogRecord record = new ExtLogRecord(Level.FINE, "a person's words", "x");
            record.setLoggerName(logger);
            assertThat(new LogFilter().isLoggable(record)).as(logger).isFalse();
            record.setLevel(Level.INFO);
            assertThat(new LogFilter().isLoggable(record)).as(logger).isTrue();
        }
        ExtLogRecord statement = new ExtLogRecord(Level.FINE, "select x where y = ?", "x");
        statement.setLoggerName("org.hibernate.SQL");
        assertThat(new LogFilter().isLoggable(statement)).isTrue();
    }

    private static String printed(Throwable fault) {
        java.io.StringWriter out = new java.io.StringWriter();
        fault.printStackTrace(new java.io.PrintWriter(out));
        return out.toString();
    }
}
