package org.kindtrail.testing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.apache.log4j.BasicConfigurator;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** The W3C's checker of HTML (Nu), in this process and without a network. It is set up once, for many pages. */
public final class W3c {
    /** A property of SVG 2 that its checker of CSS has not learned. */
    private static final String NOT_KNOWN_TO_IT = "paint-order";

    private final List<String> said = new ArrayList<>();
    private final SimpleDocumentValidator checker = new SimpleDocumentValidator(false, false, false);
    private String sheet;

    public W3c() throws Exception {
        if (!Logger.getRootLogger().getAllAppenders().hasMoreElements()) {
            BasicConfigurator.configure();
            Logger.getRootLogger().setLevel(Level.WARN);
        }
        ErrorHandler listener = new Listening();
        checker.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, listener);
        checker.setUpValidatorAndParsers(listener, true, false);
    }

    private final class Listening implements ErrorHandler {
        @Override
        public void warning(SAXParseException what) {
            heard(what);
        }

        @Override
        public void error(SAXParseException what) {
            heard(what);
        }

        @Override
        public void fatalError(SAXParseException what) {
            heard(what);
        }

        private void heard(SAXParseException what) {
            if (!what.getMessage().contains(NOT_KNOWN_TO_IT)) {
                said.add(what.getMessage() + " (line " + what.getLineNumber() + ")");
            }
        }
    }

    /**
     * What it finds wrong with the page, be it an error or a warning. A style sheet that stood in the page before, too, is not
     * looked at again: that takes longer than the page.
     *
     * @param html the whole page as it came
     */
    public List<String> said(String html) throws Exception {
        said.clear();
        int begin = html.indexOf("<style>") + "<style>".length();
        int end = html.indexOf("</style>");
        String page = html;
        if (end > 0 && html.substring(begin, end).equals(sheet)) {
            page = html.substring(0, begin) + html.substring(end);
        } else if (end > 0) {
            sheet = html.substring(begin, end);
        }
        InputSource source = new InputSource(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        source.setEncoding("UTF-8");
        source.setSystemId("urn:page");
        checker.checkHtmlInputSource(source);
        return List.copyOf(said);
    }
}
