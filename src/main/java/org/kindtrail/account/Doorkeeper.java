package org.kindtrail.account;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.lang.reflect.Method;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.kindtrail.kernel.Forbidden;
import org.kindtrail.kernel.SignInNeeded;
import org.kindtrail.web.Cookies;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Languages;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Visitor;

/**
 * Stands at every door: finds out who comes (a browser by its session cookie, a program under {@code /api} by its bearer
 * token, never the one by the other's), lets in whom the door is open to, and takes a form only with a key that was made
 * for this browser and person. A door that does not say who may come in stays shut.
 */
class Doorkeeper {
    static final String SESSION = "kindtrail_session";
    static final String BROWSER = "kindtrail_browser";
    /** So long a browser keeps what it is told, in seconds: the longest that browsers allow. */
    private static final int KEPT = 400 * 24 * 3600;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Accesses accesses;
    private final Scope scope;
    private final Frame frame;
    private final TypedForm typedForm;
    private final Attempts attempts;
    private final People people;
    private final Visitor visitor;
    private final SecurityLog log;

    Doorkeeper(
            Accesses accesses,
            Scope scope,
            Frame frame,
            TypedForm typedForm,
            Attempts attempts,
            People people,
            Visitor visitor,
            SecurityLog log) {
        this.accesses = accesses;
        this.scope = scope;
        this.frame = frame;
        this.typedForm = typedForm;
        this.attempts = attempts;
        this.people = people;
        this.visitor = visitor;
        this.log = log;
    }

    /** Before it is known which door: what even an answer for no door at all needs to know. */
    @ServerRequestFilter(preMatching = true)
    void arrive(ContainerRequestContext request) {
        String path = "/" + request.getUriInfo().getPath().replaceFirst("^/+", "");
        String browser = value(request.getCookies(), BROWSER, visitor.isSafe());
        boolean known = browser != null && browser.matches("[A-Za-z0-9_-]{22}");
        frame.at(path, known ? browser : newBrowser());
        scope.anonymous(frame.getBrowser());
        frame.speak(language(request));
        if (request.getMethod().equals("GET")) {
            URI address = request.getUriInfo().getRequestUri();
            frame.standsAt(address.getRawPath(), address.getRawQuery());
        }
    }

    /** Before it is known who comes. A program that does not say which gets English. */
    private Locale language(ContainerRequestContext request) {
        return Languages.spoken(asked(request))
                .or(() -> Languages.spoken(value(request.getCookies(), Languages.COOKIE, visitor.isSafe())))
                .orElseGet(() -> Languages.bestFor(request.getHeaderString("Accept-Language")));
    }

    /** The language that the address asks for; null for none. */
    private static String asked(ContainerRequestContext request) {
        return request.getUriInfo().getQueryParameters().getFirst(Languages.PARAMETER);
    }

    @ServerRequestFilter
    @WithFormRead
    void admit(ResteasyReactiveContainerRequestContext request, ResourceInfo door) {
        boolean forPrograms = frame.getPath().startsWith("/api/");
        Method method = door.getResourceMethod();
        OpenToAnyone anyone = method.getAnnotation(OpenToAnyone.class);
        Optional<Entrant> who =
                anyone == null || anyone.recognises() ? recognise(request, forPrograms) : Optional.empty();
        who.ifPresent(this::greet);
        if (who.isPresent() && !forPrograms) {
            speak(who.get(), Languages.spoken(asked(request)));
        }
        if (!forPrograms && request.getMethod().equals("POST")) {
            typedForm.keep(typed(request), isMultipart(request));
        }
        if (anyone != null && anyone.leavesNothing()) {
            frame.at(frame.getPath(), null);
        }
        if (anyone == null) {
            check(method.getAnnotation(OpenTo.class));
        }
        if (who.isPresent() && who.get().needsSecondFactor() && !isOpenBeforeSecondFactor(method)) {
            throw new SecondFactorNeeded();
        }
        boolean sendsAForm = !forPrograms
                && request.getMethod().equals("POST")
                && (anyone == null || !anyone.withoutFormKey());
        if (sendsAForm && (isFromElsewhere(request) || !frame.madeForm(typedForm.key(keyField())))) {
            log.refused("form_refused");
            throw new Forbidden("error_form_key");
        }
        if (anyone != null && request.getMethod().equals("POST")) {
            attempts.request(visitor.address());
        }
    }

    private static boolean isOpenBeforeSecondFactor(Method method) {
        OpenTo door = method.getAnnotation(OpenTo.class);
        OpenToAnyone anyone = method.getAnnotation(OpenToAnyone.class);
        return door != null && door.beforeSecondFactor() || anyone != null && anyone.beforeSecondFactor();
    }

    /** Where the browser says so itself: another site's page sent the form. Origin says nothing here, as no referrer is sent. */
    private static boolean isFromElsewhere(ContainerRequestContext request) {
        return "cross-site".equals(request.getHeaderString("Sec-Fetch-Site"));
    }

    /** The forms that sign in may carry another form, so their own key has another name. */
    private String keyField() {
        boolean signsIn = frame.getPath().equals(SignInPages.PATH) || frame.getPath().equals(SignInCodePages.PATH);
        return signsIn ? Form.SIGN_IN_KEY : Form.KEY;
    }

    private Optional<Entrant> recognise(ContainerRequestContext request, boolean forPrograms) {
        if (forPrograms) {
            String header = request.getHeaderString("Authorization");
            return header != null && header.startsWith("Bearer ") && header.length() < 200
                    ? accesses.entrant(Access.Kind.TOKEN, header.substring(7).strip())
                    : Optional.empty();
        }
        String session = value(request.getCookies(), SESSION, visitor.isSafe());
        return session == null || session.isBlank()
                ? Optional.empty()
                : accesses.entrant(Access.Kind.SESSION, session);
    }

    private void greet(Entrant who) {
        scope.enter(who);
        accesses.used(who);
        Set<String> doors = who.needsSecondFactor() ? Set.of() : who.roleWords();
        frame.greet(who.displayName(), who.organisationName(), who.zone(), doors, "p" + who.personId());
    }

    /** In the language that they chose, now or on another day and with another browser. */
    private void speak(Entrant who, Optional<Locale> chosen) {
        if (chosen.isEmpty()) {
            Languages.spoken(who.language()).ifPresent(frame::speak);
        } else if (!chosen.get().getLanguage().equals(who.language())) {
            people.speaks(who.personId(), chosen.get().getLanguage());
        }
    }

    private void check(OpenTo door) {
        if (!scope.signedIn()) {
            throw new SignInNeeded();
        }
        if (door == null || !isOpen(door)) {
            log.refused("role_refused");
            throw new Forbidden("error_forbidden");
        }
    }

    /** A door that names no role is for those who work here; partners come in where it says so. */
    private boolean isOpen(OpenTo door) {
        return door.value().length == 0
                ? door.partners() || !scope.has(Role.PARTNER)
                : Arrays.stream(door.value()).anyMatch(scope::has);
    }

    /** A form that may hold files: a photograph. */
    private static boolean isMultipart(ContainerRequestContext request) {
        return request.getMediaType() != null && request.getMediaType().getType().equals("multipart");
    }

    private static Form typed(ResteasyReactiveContainerRequestContext request) {
        var form = new jakarta.ws.rs.core.MultivaluedHashMap<String, String>();
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        FormData data = context.getFormData();
        if (data != null) {
            for (String name : data) {
                data.get(name).stream().filter(value -> !value.isFileItem()).forEach(value -> form.add(name, value.getValue()));
            }
        }
        return Form.of(form);
    }

    @ServerResponseFilter
    void name(ContainerRequestContext request, ContainerResponseContext response) {
        boolean secure = visitor.isSafe();
        String sent = value(request.getCookies(), BROWSER, secure);
        if (frame.getBrowser() != null && !frame.getBrowser().equals(sent) && !frame.getPath().startsWith("/api/")) {
            response.getHeaders().add("Set-Cookie", cookie(BROWSER, frame.getBrowser(), KEPT, secure));
        }
        Optional<Locale> chosen = Languages.spoken(asked(request));
        if (chosen.isPresent() && frame.getBrowser() != null && !frame.getPath().startsWith("/api/")) {
            response.getHeaders().add("Set-Cookie", cookie(Languages.COOKIE, chosen.get().getLanguage(), KEPT, secure));
        }
    }

    static String value(Map<String, Cookie> cookies, String name, boolean secure) {
        return Cookies.value(cookies, name, secure);
    }

    static NewCookie cookie(String name, String value, int seconds, boolean secure) {
        return Cookies.cookie(name, value, seconds, secure);
    }

    private static String newBrowser() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
