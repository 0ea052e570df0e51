package org.kindtrail.testing;

import io.restassured.internal.common.path.ObjectConverter;
import io.restassured.internal.path.json.ConfigurableJsonSlurper;
import io.restassured.mapper.ObjectMapper;
import io.restassured.mapper.ObjectMapperDeserializationContext;
import io.restassured.mapper.ObjectMapperSerializationContext;
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
 * answer, a fifth of what all tests cost; plain paths ({@code rows[0].code}, {@code rows.code}, {@code rows.find { it.code == 'a' }.name},
 * {@code rows.lines.flatten()}) are walked here, and what has more to it is left to it. {@code InJsonTest} holds the two against each other.
 */
public final class InJson {
    /** For {@code answer.as(InJson.class, InJson.READ)}. */
    public static final ObjectMapper READ = new ObjectMapper() {
        @Override
        public Object deserialize(ObjectMapperDeserializationContext context) {
            return of(context.getDataToDeserialize().asString());
        }

        @Override
        public Object serialize(ObjectMapperSerializationContext context) {
            throw new UnsupportedOperationException("Answers are read, not written");
        }
    };

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_-]*";
    private static final String STEP = "(?:find(?:All)? \\{ it\\." + NAME + " == '[^']*' }|flatten\\(\\)|" + NAME + ")";
    private static final Pattern PLAIN = Pattern.compile("(?:" + STEP + "|\\[\\d+])(?:\\[\\d+])*(?:\\." + STEP + "(?:\\[\\d+])*)*");
    private static final Pattern PART = Pattern.compile("(?<find>find(?:All)?) \\{ it\\.(?<of>" + NAME + ") == '(?<is>[^']*)' }"
            + "|(?<flatten>flatten\\(\\))|(?<name>" + NAME + ")|\\[(?<index>\\d+)]");

    private final String json;
    private final Object root;

    private InJson(String json) {
        this.json = json;
        this.root = new ConfigurableJsonSlurper(NumberReturnType.FLOAT_AND_DOUBLE).parseText(json);
    }

    public static InJson of(String json) {
        return new InJson(json);
    }

    public static <T> T found(ExtractableResponse<Response> answer, String path) {
        return of(answer.asString()).get(path);
    }

    /** Holds the body of an answer to what must stand at a path, or at several: path, matcher, path, matcher. */
    public static org.hamcrest.Matcher<String> tells(String path, org.hamcrest.Matcher<?> matcher, Object... more) {
        return new TypeSafeDiagnosingMatcher<>(String.class) {
            @Override
            protected boolean matchesSafely(String json, Description mismatch) {
                InJson answer = of(json);
                boolean all = answer.told(path, matcher, mismatch);
                for (int i = 0; all && i < more.length; i += 2) {
                    all = answer.told((String) more[i], (org.hamcrest.Matcher<?>) more[i + 1], mismatch);
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

    private boolean told(String path, org.hamcrest.Matcher<?> matcher, Description mismatch) {
        Object is = get(path);
        if (!matcher.matches(is)) {
            mismatch.appendText("at " + path + " ");
            matcher.describeMismatch(is, mismatch);
            return false;
        }
        return true;
    }

    /** Null when nothing is there, or nothing before it. */
    @SuppressWarnings("unchecked")
    public <T> T get(String path) {
        if (PLAIN.matcher(path).matches()) {
            try {
                return (T) walked(path);
            } catch (NotPlain more) {
                // REST Assured knows.
            }
        }
        return JsonPath.from(json).get(path);
    }

    private <T> T as(Class<T> type, String path) {
        return ObjectConverter.convertObjectTo(get(path), type);
    }

    public String getString(String path) {
        return as(String.class, path);
    }

    public int getInt(String path) {
        return as(Integer.class, path);
    }

    public long getLong(String path) {
        return as(Long.class, path);
    }

    public boolean getBoolean(String path) {
        return as(Boolean.class, path);
    }

    public <T> List<T> getList(String path) {
        return get(path);
    }

    public <T> List<T> getList(String path, Class<T> type) {
        List<?> all = get(path);
        return all == null ? null : new ArrayList<>(all.stream().map(each -> ObjectConverter.convertObjectTo(each, type)).toList());
    }

    public <K, V> Map<K, V> getMap(String path) {
        return get(path);
    }

    @Override
    public String toString() {
        return json;
    }

    /** Something that a plain walk does not tell of. */
    private static final class NotPlain extends RuntimeException {}

    private Object walked(String path) {
        Object at = root;
        Matcher parts = PART.matcher(path);
        while (parts.find()) {
            if (at == null) {
                return null;
            }
            if (parts.group("index") != null) {
                at = element(at, Integer.parseInt(parts.group("index")));
            } else if (parts.group("find") != null) {
                List<Object> all = those(at, parts.group("of"), parts.group("is"));
                at = parts.group("find").equals("findAll") ? all : all.isEmpty() ? null : all.get(0);
            } else if (parts.group("flatten") != null) {
                at = flat(list(at), new ArrayList<>());
            } else {
                at = property(at, parts.group("name"));
            }
        }
        return at;
    }

    private static List<?> list(Object at) {
        if (at instanceof List<?> list) {
            return list;
        }
        throw new NotPlain();
    }

    private static Object element(Object at, int index) {
        List<?> list = list(at);
        return index < list.size() ? list.get(index) : null;
    }

    private static List<Object> those(Object at, String name, String text) {
        List<Object> those = new ArrayList<>();
        for (Object each : list(at)) {
            if (!(each instanceof Map<?, ?> map) || map.get(name) != null && !(map.get(name) instanceof String)) {
                throw new NotPlain();
            }
            if (text.equals(map.get(name))) {
                those.add(each);
            }
        }
        return those;
    }

    private static List<Object> flat(List<?> list, List<Object> into) {
        for (Object each : list) {
            if (each instanceof List<?> more) {
                flat(more, into);
            } else {
                into.add(each);
            }
        }
        return into;
    }

    /** Of a list: that of each of its elements that is there. */
    private static Object property(Object at, String name) {
        if (at instanceof Map<?, ?> map) {
            return map.get(name);
        }
        List<Object> each = new ArrayList<>();
        for (Object element : list(at)) {
            if (element != null) {
                each.add(property(element, name));
            }
        }
        return each;
    }
}
