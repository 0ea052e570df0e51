package org.kindtrail.testing;

import io.restassured.internal.path.json.ConfigurableJsonSlurper;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeDiagnosingMatcher;

/**
 * What stands at a path of an answer, by the rules of REST Assured. That library compiles a Groovy script for each path of each
 * answer, a fifth of what all tests cost; plain paths ({@code rows[0].code}, {@code rows.code}) are walked here, and what has more to it
 * is left to it. {@code InJsonTest} holds the two against each other.
 */
public final class InJson {
    private static final String STEP = "[A-Za-z_][A-Za-z0-9_-]*";
    private static final Pattern PLAIN = Pattern.compile("(?:" + STEP + "|\\[\\d+])(?:\\[\\d+])*(?:\\." + STEP + "(?:\\[\\d+])*)*");
    private static final Pattern PART = Pattern.compile("(" + STEP + ")|\\[(\\d+)]");

    private InJson() {}

    /** Something that a plain walk does not tell of. */
    private static final class NotPlain extends RuntimeException {}

    /** Holds the body of an answer to what must stand at a path, or at several: path, matcher, path, matcher. */
    public static org.hamcrest.Matcher<String> tells(String path, org.hamcrest.Matcher<?> matcher, Object... more) {
        return new TypeSafeDiagnosingMatcher<>(String.class) {
            @Override
            protected boolean matchesSafely(String json, Description mismatch) {
                Object root = parsed(json);
                boolean all = told(json, root, path, matcher, mismatch);
                for (int i = 0; all && i < more.length; i += 2) {
                    all = told(json, root, (String) more[i], (org.hamcrest.Matcher<?>) more[i + 1], mismatch);
                }
                return all;
            }

            @Override
            public void describeTo(Description description) {
                description.appendText("at " + path + " ").appendDescriptionOf(matcher);
                for (int i = 0; i < more.length; i += 2) {
                    description.appendText(", at " + more[i] + " ").appendDescriptionOf((org.hamcrest.Matcher<?>) more[i + 1]);
                }
            }
        };
    }

    private static boolean told(String json, Object root, String path, org.hamcrest.Matcher<?> matcher, Description mismatch) {
        Object is = found(json, root, path);
        if (!matcher.matches(is)) {
            mismatch.appendText("at " + path + " ");
            matcher.describeMismatch(is, mismatch);
            return false;
        }
        return true;
    }

    public static <T> T found(ExtractableResponse<Response> answer, String path) {
        return found(answer.asString(), path);
    }

    @SuppressWarnings("unchecked")
    public static <T> T found(String json, String path) {
        return (T) found(json, parsed(json), path);
    }

    private static Object parsed(String json) {
        return new ConfigurableJsonSlurper(NumberReturnType.FLOAT_AND_DOUBLE).parseText(json);
    }

    private static Object found(String json, Object root, String path) {
        if (PLAIN.matcher(path).matches()) {
            try {
                return walked(root, path);
            } catch (NotPlain more) {
                // REST Assured knows.
            }
        }
        return JsonPath.from(json).get(path);
    }

    private static Object walked(Object root, String path) {
        Object at = root;
        Matcher parts = PART.matcher(path);
        while (parts.find()) {
            if (at == null) {
                return null;
            }
            at = parts.group(1) == null ? element(at, Integer.parseInt(parts.group(2))) : property(at, parts.group(1));
        }
        return at;
    }

    private static Object element(Object at, int index) {
        if (!(at instanceof List<?> list)) {
            throw new NotPlain();
        }
        return index < list.size() ? list.get(index) : null;
    }

    /** Of a list: that of each of its elements that is there. */
    private static Object property(Object at, String name) {
        if (at instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (!(at instanceof List<?> list)) {
            throw new NotPlain();
        }
        List<Object> each = new ArrayList<>();
        for (Object element : list) {
            if (element != null) {
                each.add(property(element, name));
            }
        }
        return each;
    }
}
