package org.kindtrail.testing;

import java.io.ByteArrayOutputStream;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A browser without script, as far as a test of pages needs one: it keeps cookies, reads pages by heading and label, and
 * sends forms with everything that stands in them. It follows no redirect by itself.
 */
public final class Browser {
    private static final String BOUNDARY = "----of-a-form-with-a-file";

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Answer response;
    private Document page;
    private String path = "/";

    private Browser() {}

    /** Somebody who is not signed in. */
    public static Browser stranger() {
        return new Browser();
    }

    static Browser signedIn(String session) {
        Browser browser = new Browser();
        browser.cookies.put("kindtrail_session", session);
        return browser;
    }

    public Browser open(String where) {
        path = where;
        keep(request(where).get());
        return this;
    }

    private Wire request(String where) {
        return Wire.to(where.isEmpty() || where.startsWith("?") ? path.replaceFirst("\\?.*", "") + where : where)
                .cookies(cookies)
                .header("Accept", "text/html");
    }

    private void keep(Answer answered) {
        response = answered;
        for (String header : answered.headers().allValues("Set-Cookie")) {
            for (HttpCookie cookie : HttpCookie.parse(header)) {
                if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie.getValue());
                }
            }
        }
        page = Jsoup.parse(answered.asString(), "http://localhost" + path);
    }

    /** A form of the page, found by the words on its button. */
    public Filling fill(String button) {
        Element found = page.select("form").stream()
                .filter(form -> form.select("button").stream().anyMatch(each -> each.text().equals(button)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button \"" + button + "\" on " + path + ":\n" + page.text()));
        return new Filling(found, button);
    }

    private record Attached(String name, String type, byte[] content) {}

    /** What is being typed into a form. */
    public final class Filling {
        private final Element form;
        private final String button;
        private final List<Map.Entry<String, String>> typed = new ArrayList<>();
        private final Map<String, Attached> attached = new LinkedHashMap<>();

        private Filling(Element form, String button) {
            this.form = form;
            this.button = button;
            for (Element field : form.select("input[name], select[name], textarea[name]")) {
                String type = field.attr("type");
                if (type.equals("file")) {
                    attached.put(field.attr("name"), new Attached("", "application/octet-stream", new byte[0]));
                } else if (field.normalName().equals("select")) {
                    Element chosen = field.selectFirst("option[selected]");
                    chosen = chosen == null ? field.selectFirst("option") : chosen;
                    put(field.attr("name"), chosen == null ? "" : chosen.attr("value"));
                } else if (field.normalName().equals("textarea")) {
                    put(field.attr("name"), field.wholeText());
                } else if (!type.equals("checkbox") && !type.equals("radio") || field.hasAttr("checked")) {
                    put(field.attr("name"), field.val());
                }
            }
            form.select("button[name]").stream()
                    .filter(each -> each.text().equals(button))
                    .forEach(each -> put(each.attr("name"), each.attr("value")));
        }

        private void put(String name, String value) {
            typed.add(Map.entry(name, value));
        }

        /** Types into the field with that label (its beginning is enough). */
        public Filling type(String label, String value) {
            return set(name(label), value);
        }

        /** Chooses the option with those words in the field with that label. */
        public Filling choose(String label, String words) {
            String name = name(label);
            Element option = form.select("select[name=\"" + name + "\"] option").stream()
                    .filter(each -> each.text().equals(words))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no option \"" + words + "\" for " + label));
            return set(name, option.attr("value"));
        }

        /** Sets a field by its name. */
        public Filling set(String name, String value) {
            typed.removeIf(each -> each.getKey().equals(name));
            put(name, value);
            return this;
        }

        /** Chooses a file for the field with that label. */
        public Filling attach(String label, String fileName, String type, byte[] content) {
            attached.put(name(label), new Attached(fileName, type, content));
            return this;
        }

        /** All that will be sent, in order. */
        public List<Map.Entry<String, String>> fields() {
            return List.copyOf(typed);
        }

        private String name(String label) {
            Element found = form.select("label").stream()
                    .filter(each -> each.text().startsWith(label))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no label \"" + label + "\" in:\n" + form.text()));
            Element field = found.attr("for").isEmpty()
                    ? found.selectFirst("input, select, textarea")
                    : form.getElementById(found.attr("for"));
            if (field == null) {
                throw new AssertionError("label \"" + label + "\" leads to no field");
            }
            return field.attr("name");
        }

        private byte[] asFields() {
            return bytes(typed.stream()
                    .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                    .collect(Collectors.joining("&")));
        }

        private String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        /** As browsers write it: names and texts in UTF-8, and a part for a file that was not chosen. */
        private byte[] inParts() {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            typed.forEach(each -> part(body, "name=\"" + each.getKey() + "\"", bytes(each.getValue())));
            attached.forEach((name, file) -> part(
                    body,
                    "name=\"" + name + "\"; filename=\"" + file.name() + "\"\r\nContent-Type: " + file.type(),
                    file.content()));
            body.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
            return body.toByteArray();
        }

        private void part(ByteArrayOutputStream body, String head, byte[] content) {
            body.writeBytes(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n"));
            body.writeBytes(content);
            body.writeBytes(bytes("\r\n"));
        }

        private byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        public Browser send() {
            String where = form.hasAttr("action") && !form.attr("action").isEmpty() ? form.attr("action") : path;
            where = form.select("button[formaction]").stream()
                    .filter(each -> each.text().equals(button))
                    .map(each -> each.attr("formaction"))
                    .findFirst()
                    .orElse(where);
            if (form.attr("method").equalsIgnoreCase("get")) {
                throw new AssertionError("a form by GET: open its address instead");
            }
            boolean parts = form.attr("enctype").startsWith("multipart");
            Answer answered = request(where)
                    .header(
                            "Content-Type",
                            parts ? "multipart/form-data; boundary=" + BOUNDARY : "application/x-www-form-urlencoded; charset=UTF-8")
                    .send("POST", parts ? inParts() : asFields());
            if (answered.statusCode() >= 400) {
                path = where;
            }
            keep(answered);
            return Browser.this;
        }
    }

    /** Follows the redirect of the last answer. */
    public Browser follow() {
        String where = location();
        return open(where);
    }

    /** Sends a form and follows where it leads. */
    public int status() {
        return response.statusCode();
    }

    /** Where the last answer leads, without host. */
    public String location() {
        String where = response.header("Location");
        if (where == null) {
            throw new AssertionError("no redirect but " + response.statusCode() + ":\n" + page.text());
        }
        return where.replaceFirst("^https?://[^/]+", "");
    }

    /** Where it is, without host. */
    public String path() {
        return path;
    }

    public Document page() {
        return page;
    }

    public String title() {
        return page.title();
    }

    public String heading() {
        Element heading = page.selectFirst("h1");
        return heading == null ? "" : heading.text();
    }

    /** All that can be read in the main part. */
    public String text() {
        Element main = page.selectFirst("main");
        return main == null ? page.text() : main.text();
    }

    /** Goes where the link with those words leads. */
    public Browser click(String words) {
        Element link = page.select("a").stream()
                .filter(each -> each.text().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link \"" + words + "\" on " + path + ":\n" + page.text()));
        return open(link.attr("href"));
    }

    public Answer response() {
        return response;
    }

    public Map<String, String> cookies() {
        return cookies;
    }
}
