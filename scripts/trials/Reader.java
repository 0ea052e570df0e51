import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without pictures: keeps its cookies, whichever node gives them, and sends forms with the key that stands in the page. */
final class Reader {
    private static final Pattern KEY = Pattern.compile("name=\"(_form|_sign_in)\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> cookies = new TreeMap<>();

    HttpResponse<String> open(Node node, String path) throws IOException, InterruptedException {
        return sent(node.request(path).GET());
    }

    /** The same, when a cookie has ended. */
    HttpResponse<String> openWithout(Node node, String path, String ended) throws IOException, InterruptedException {
        cookies.remove(ended);
        return open(node, path);
    }

    /** The key of the last form of its name in the page: _form or _sign_in. */
    static String key(String name, HttpResponse<String> page) {
        String found = null;
        for (Matcher each = KEY.matcher(page.body()); each.find(); ) {
            found = each.group(1).equals(name) ? each.group(2) : found;
        }
        if (found == null) {
            throw new IllegalStateException("No form in a page with status " + page.statusCode());
        }
        return found;
    }

    HttpResponse<String> send(Node node, String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return sent(node.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Signs in at the node, with a page that another may have given. */
    HttpResponse<String> signIn(Node asked, Node sentTo, String name, String password) throws IOException, InterruptedException {
        String key = key("_sign_in", open(asked, "/login"));
        return send(sentTo, "/login", Map.of("_sign_in", key, "_then", "/", "_name", name, "_password", password));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String set : answer.headers().allValues("set-cookie")) {
            String[] pair = set.split(";")[0].split("=", 2);
            if (set.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }
}
