package org.kindtrail.web;

import com.ibm.icu.text.NumberFormat;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kindtrail.kernel.Money;

/**
 * What the layout needs to know of this request: who looks, in which language and time zone, and the key for the forms on
 * the page. Templates reach it as {@code {inject:frame...}}.
 */
@RequestScoped
@Named("frame")
public class Frame {
    private final Style style;
    private final FormKeys keys;
    private final Words words;
    private String person;
    private Set<String> roles = Set.of();
    private String organisation = "";
    private ZoneId zone = ZoneOffset.UTC;
    private Locale locale = Locale.ENGLISH;
    private String path = "/";
    private String pagePath = "/";
    private String pageQuery;
    private String browser;
    private String asker = "-";

    Frame(Style style, FormKeys keys, Words words) {
        this.style = style;
        this.keys = keys;
        this.words = words;
    }

    /** Somebody is signed in. */
    public void greet(String displayName, String organisationName, ZoneId timeZone, Set<String> roleNames, String askerId) {
        person = displayName;
        organisation = organisationName;
        zone = timeZone;
        roles = roleNames;
        asker = askerId;
    }

    public void at(String requestPath, String browserId) {
        path = requestPath;
        browser = browserId;
    }

    /** From now on everything is said in this language. */
    public void speak(Locale language) {
        locale = language;
    }

    /**
     * The page can be asked for again, in another language.
     *
     * @param rawPath as the browser sent it
     * @param rawQuery what it sent behind the question mark; null for nothing
     */
    public void standsAt(String rawPath, String rawQuery) {
        pagePath = rawPath;
        pageQuery = rawQuery;
    }

    public boolean isSignedIn() {
        return person != null;
    }

    public String getPerson() {
        return person;
    }

    public String getOrganisation() {
        return organisation;
    }

    /** Whether the visitor may do what the role does. */
    public boolean may(String role) {
        return roles.contains(role);
    }

    public Locale getLocale() {
        return locale;
    }

    public String getPath() {
        return path;
    }

    public ZoneId getZone() {
        return zone;
    }

    public String getStyle() {
        return style.sheet();
    }

    /** The random name of this browser, kept in a cookie; forms are bound to it. */
    public String getBrowser() {
        return browser;
    }

    /** For whoever runs the service to find in the log; pages that tell of a failure say it. */
    public String getRequestNumber() {
        return RequestNumber.now();
    }

    /** A fresh one-time key, signed for this browser and person; every form carries one. */
    public String getFormKey() {
        return keys.fresh(browser, asker);
    }

    /** Whose request it is, as one word. */
    String getAsker() {
        return asker;
    }

    boolean takes(String formKey) {
        return keys.fits(formKey, browser, asker);
    }

    /** Whether a form sent by this browser carries a key that was made for it and for who is signed in now. */
    public boolean madeForm(String formKey) {
        return formKey != null && browser != null && takes(formKey);
    }

    public String say(String key, Map<String, Object> facts) {
        return words.say(locale, key, facts);
    }

    /** 5 May 2026. */
    public String day(LocalDate day) {
        return day == null ? "" : Days.day(day, locale);
    }

    /** 5 May 2026, in the organisation's time zone. */
    public String day(Instant moment) {
        return moment == null ? "" : Days.day(moment, zone, locale);
    }

    /** 5 May 2026 18:30, in the organisation's time zone. */
    public String moment(Instant moment) {
        return moment == null ? "" : Days.moment(moment, zone, locale);
    }

    /** May 2026. */
    public String month(LocalDate day) {
        return day == null ? "" : Days.month(day, locale);
    }

    /** An amount in the reader's digits, with the code of the currency: "1,250.00 USD". */
    public String money(Money amount) {
        NumberFormat digits = NumberFormat.getInstance(locale);
        digits.setMinimumFractionDigits(Money.digits(amount.currency()));
        digits.setMaximumFractionDigits(Money.digits(amount.currency()));
        return digits.format(BigDecimal.valueOf(amount.minor(), Money.digits(amount.currency()))) + "\u00a0" + amount.currency();
    }

    /** 15,000, as the language writes it. */
    public String number(long number) {
        return java.text.NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** 15,000.50, with all the digits that it has behind the point. */
    public String number(java.math.BigDecimal number) {
        java.text.NumberFormat format = java.text.NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(number.scale());
        format.setMaximumFractionDigits(number.scale());
        return format.format(number);
    }

    /** The links to what this person may do, for the head of the page. */
    public List<NavigationLink> getNavigation() {
        return NavigationLink.of(roles, path);
    }

    /** Where a guide tells how this page is used; null on a page that leaves nothing in the browser. */
    public String getHelp() {
        return browser == null ? null : HelpPlaces.of(path);
    }

    /** This page in each language; where it answers a form, the first page. */
    public List<LanguageLink> getLanguages() {
        return LanguageLink.of(pagePath, pageQuery, locale.getLanguage());
    }
}
