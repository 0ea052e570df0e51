package org.kindtrail.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A real Chromium with JavaScript off, as wide as a telephone or as a desk. */
public final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;
    private final String address;
    private Consumer<Window> atEveryPage = window -> {};

    /** @param address where the service answers, without a slash at its end */
    public Chromium(String address) {
        this.address = address;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    private static Path executable() {
        String named = System.getenv("KINDTRAIL_CHROMIUM");
        Path windowless = Path.of("/usr/bin/chromium-headless-shell");
        return named != null ? Path.of(named) : Files.exists(windowless) ? windowless : Path.of("/usr/bin/chromium");
    }

    /** What is looked at on every page that is come to, by whichever way. */
    public Chromium atEveryPage(Consumer<Window> look) {
        atEveryPage = look;
        return this;
    }

    public Window telephone() {
        return telephone("en");
    }

    /** @param language what the browser asks for: "ru" */
    public Window telephone(String language) {
        return window(360, 740, language);
    }

    public Window desk() {
        return window(1280, 800, "en");
    }

    /**
     * A window of somebody who is signed in, in which a checker may run its script; the pages have none.
     *
     * @param session the value of the session cookie; null: of a stranger
     * @param language what the browser asks for: "ru"
     * @param width of the window in pixels
     */
    public Window reader(String session, String language, int width, ColorScheme colours) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBypassCSP(true)
                .setLocale(language)
                .setColorScheme(colours)
                .setBaseURL(address)
                .setViewportSize(width, 740));
        if (session != null) {
            context.addCookies(List.of(new Cookie("kindtrail_session", session).setUrl(address)));
        }
        return new Window(context.newPage(), atEveryPage);
    }

    private Window window(int width, int height, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setLocale(language)
                .setBaseURL(address)
                .setViewportSize(width, height));
        return new Window(context.newPage(), atEveryPage);
    }

    /** A window with cookies of its own; used as a person uses it, by label and words. */
    public static final class Window {
        private final Page page;
        private final CDPSession measure;
        private final Consumer<Window> atEveryPage;
        private Response answer;
        private int taps;
        private int typed;

        private Window(Page page, Consumer<Window> atEveryPage) {
            this.page = page;
            this.atEveryPage = atEveryPage;
            this.measure = page.context().newCDPSession(page);
            page.onResponse(response -> {
                if (response.request().isNavigationRequest()) {
                    answer = response;
                }
            });
        }

        public Window open(String path) {
            page.navigate(path);
            return arrived();
        }

        public Window press(String button) {
            taps++;
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                    .first()
                    .click();
            return arrived();
        }

        public Window click(String link) {
            taps++;
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                    .first()
                    .click();
            return arrived();
        }

        private Window arrived() {
            page.waitForLoadState();
            atEveryPage.accept(this);
            return this;
        }

        public Window type(String label, String value) {
            return fill(page.getByLabel(label), value);
        }

        /** Types into a field of a group of fields, found by the group's legend. */
        public Window type(String legend, String label, String value) {
            return fill(group(legend).getByLabel(label), value);
        }

        private Window fill(Locator field, String value) {
            typed++;
            field.first().fill(value);
            return this;
        }

        private Locator group(String legend) {
            return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(legend).setExact(true));
        }

        public Window choose(String label, String option) {
            page.getByLabel(label).first().selectOption(new SelectOption().setLabel(option));
            return this;
        }

        /** Chooses in a field of a group of fields, found by the group's legend. */
        public Window choose(String legend, String label, String option) {
            group(legend).getByLabel(label).first().selectOption(new SelectOption().setLabel(option));
            return this;
        }

        /** Marks the choice with those words. */
        public Window mark(String words) {
            page.getByLabel(words).first().check();
            return this;
        }

        /** How often a button or link was pressed in this window. */
        public int taps() {
            return taps;
        }

        /** How often something was typed in this window. */
        public int typed() {
            return typed;
        }

        /** The page as it came over the wire, unpacked. */
        public String source() {
            return answer.text();
        }

        public String title() {
            return page.title();
        }

        public String heading() {
            return page.locator("h1").first().innerText();
        }

        public String text() {
            return page.locator("main").innerText();
        }

        public String path() {
            return page.url().replaceFirst("^https?://[^/]+", "");
        }

        public Page page() {
            return page;
        }

        /** How many pixels the page sticks out of the window sideways. */
        public int sticksOut() {
            // measured from outside, as the page may run no script
            var metrics = measure.send("Page.getLayoutMetrics");
            int content = metrics.getAsJsonObject("cssContentSize").get("width").getAsInt();
            int window = metrics.getAsJsonObject("cssVisualViewport").get("clientWidth").getAsInt();
            return Math.max(0, content - window);
        }

        public Window picture(String file) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(file)).setFullPage(true));
            return this;
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
