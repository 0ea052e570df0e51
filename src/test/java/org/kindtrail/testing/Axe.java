package org.kindtrail.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What axe-core finds wrong with a page for those who read it by ear, by keyboard or large: WCAG 2.2 A and AA, and best practice. */
public final class Axe {
    private static final String RUN =
            """
            () => axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']
            }).then(found => found.violations.flatMap(rule => rule.nodes.map(
              node => rule.id + ': ' + node.html.slice(0, 200) + ' ' + node.any.concat(node.all, node.none).map(each => each.message).join('; '))))
            """;
    private static final String SCRIPT = script();

    private Axe() {}

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A violation a line: the rule, the element, and why.
     *
     * @param page in a window that may run a script, {@link Chromium#reader}
     */
    public static List<String> said(Page page) {
        page.evaluate(SCRIPT);
        return ((List<?>) page.evaluate(RUN)).stream().flatMap(each -> Stream.of(each.toString())).toList();
    }
}
