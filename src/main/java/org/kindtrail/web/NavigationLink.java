package org.kindtrail.web;

import java.util.List;
import java.util.Set;

/** A link in the head of every page. */
public record NavigationLink(String path, String wordsKey, boolean current) {
    private record Entry(String path, String wordsKey, String role) {}

    private static final List<Entry> ALL = List.of(
            new Entry("/donations", "web_nav_donations", "volunteer"),
            new Entry("/stock", "web_nav_stock", "volunteer"),
            new Entry("/containers", "web_nav_containers", "volunteer"),
            new Entry("/needs", "web_nav_needs", "distributor"),
            new Entry("/plans", "web_nav_plans", "distributor"),
            new Entry("/dispatches", "web_nav_dispatches", "distributor"),
            new Entry("/referrals", "web_nav_referrals", "distributor"),
            new Entry("/calendar", "web_nav_calendar", "distributor"),
            new Entry("/shipments", "web_nav_shipments", "volunteer"),
            new Entry("/drives", "web_nav_drives", "volunteer"),
            new Entry("/kits", "web_nav_kits", "volunteer"),
            new Entry("/funds", "web_nav_funds", "distributor"),
            new Entry("/programmes", "web_nav_programmes", "volunteer"),
            new Entry("/pictures", "web_nav_pictures", "volunteer"),
            new Entry("/donors", "web_nav_donors", "volunteer"),
            new Entry("/recipients", "web_nav_recipients", "distributor"),
            new Entry("/overview", "web_nav_overview", "coordinator"),
            new Entry("/thanks", "web_nav_thanks", "coordinator"),
            new Entry("/messages", "web_nav_messages", "coordinator"),
            new Entry("/places", "web_nav_places", "volunteer"),
            new Entry("/items", "web_nav_items", "volunteer"),
            new Entry("/people", "web_nav_people", "coordinator"),
            new Entry("/organisation", "web_nav_organisation", "coordinator"),
            new Entry("/administration", "web_nav_administration", "administrator"),
            new Entry("/portal", "web_nav_portal", "partner"));

    static List<NavigationLink> of(Set<String> roles, String path) {
        return ALL.stream()
                .filter(entry -> roles.contains(entry.role()))
                .map(entry -> new NavigationLink(
                        entry.path(), entry.wordsKey(), path.equals(entry.path()) || path.startsWith(entry.path() + "/")))
                .toList();
    }
}
