package org.kindtrail.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Chromium with JavaScript off, as wide as a telephone or as a desk. */
public final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;
    private final String address;

    /** @param address where the service answers, without a slash at its end */
    public Chromium(String address) {
        this.address = address;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(
                                System.getenv().getOrDefault("KINDTRAIL_CHROMIUM", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    public Window telephone() {
        return window(360, 740);
    }

    public Window desk() {
        return window(1280, 800);
    }

    private Window window(int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setBaseURL(address)
                .setViewportSize(width, height));
        return new Window(context.newPage());
    }

    /** A window with cookies of its own; used as a person uses it, by label and words. */
    public static final class Window {
        private final Page page;

        private Window(Page page) {
            this.page = page;
        }

        public Window open(String path) {
            page.navigate(path);
            return this;
        }

        public Window press(String button) {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                    .first()
                    .click();
            return this;
        }

        public Window click(String link) {
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                    .first()
                    .click();
            return this;
        }

        public Window type(String label, String value) {
            page.getByLabel(label).first().fill(value);
            return this;
        }

        public Window choose(String label, String option) {
            page.getByLabel(label).first().selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
            return this;
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

        /** Whether nothing sticks out of the window sideways. */
        public boolean fits() {
            // measured from outside, as the page may run no script
            Locator body = page.locator("body");
            return body.boundingBox().width <= page.viewportSize().width;
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
