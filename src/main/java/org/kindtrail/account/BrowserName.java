package org.kindtrail.account;

import java.util.List;

/** What a browser calls itself, short enough for a list of sessions: "Firefox, Android". */
final class BrowserName {
    private static final List<String> BROWSERS =
            List.of("SamsungBrowser", "YaBrowser", "OPR", "Edg", "Firefox", "FxiOS", "CriOS", "Chrome", "Safari");
    private static final List<String> SYSTEMS = List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "CrOS", "Linux");

    private BrowserName() {}

    static String of(String userAgent) {
        String agent = userAgent == null ? "" : userAgent;
        String browser = first(BROWSERS, agent);
        String system = first(SYSTEMS, agent);
        if (browser.isEmpty() && system.isEmpty()) {
            String plain = agent.replaceAll("[^A-Za-z0-9 ./_-]", "").strip();
            return plain.isEmpty() ? "-" : plain.substring(0, Math.min(60, plain.length()));
        }
        String shown =
                switch (browser) {
                    case "OPR" -> "Opera";
                    case "Edg" -> "Edge";
                    case "FxiOS" -> "Firefox";
                    case "CriOS" -> "Chrome";
                    case "YaBrowser" -> "Yandex";
                    case "SamsungBrowser" -> "Samsung";
                    default -> browser;
                };
        return shown.isEmpty() ? system : system.isEmpty() ? shown : shown + ", " + system;
    }

    private static String first(List<String> names, String agent) {
        return names.stream().filter(agent::contains).findFirst().orElse("");
    }
}
