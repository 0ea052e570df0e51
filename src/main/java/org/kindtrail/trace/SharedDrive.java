package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.kernel.Money;
import org.kindtrail.need.WishView;
import org.kindtrail.paper.LinkPicture;
import org.kindtrail.paper.Poster;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Languages;

/**
 * What goes out of a drive's public page: what stands beside a link to it, its picture and its poster. Each tells what the page
 * tells, and nothing more. Addresses begin with what the installation is set to, never with what a browser says.
 */
@ApplicationScoped
public class SharedDrive {
    /** A picture and a poster are no list. */
    private static final int ON_PICTURE = 5;

    private static final int ON_POSTER = 12;
    private static final int LONGEST_ABOUT = 400;

    private final Frame frame;
    private final Goods goods;
    private final String installation;

    SharedDrive(Frame frame, Goods goods, @ConfigProperty(name = "kindtrail.address") String address) {
        this.frame = frame;
        this.goods = goods;
        installation = address.strip().replaceFirst("/+$", "");
    }

    /**
     * What stands at the head of the page, and beside a link to it.
     *
     * @param address absolute
     * @param picture where the picture is, absolute
     */
    record Preview(List<String> news, String days, String description, String address, String picture) {}

    Preview preview(DriveBalances.PublicDrive told) {
        List<String> news = news(told);
        List<String> said = new ArrayList<>(news);
        String wanted = wanted(told);
        if (wanted != null) {
            said.add(wanted);
        }
        return new Preview(
                news,
                days(told.balance()),
                String.join(" ", said),
                address(told),
                address(told) + "/picture.png?" + Languages.PARAMETER + "=" + frame.getLocale().getLanguage());
    }

    private String address(DriveBalances.PublicDrive told) {
        return installation + "/d/" + told.balance().code();
    }

    LinkPicture picture(DriveBalances.PublicDrive told) {
        DriveBalance balance = told.balance();
        DriveBalance.Line total = balance.total();
        long good = total.delivered();
        long moved = total.sold() + total.used() + total.passedOn() + total.handedOn() + total.onTheWay();
        List<LinkPicture.Part> parts = total.in() == 0
                ? List.of()
                : List.of(
                        new LinkPicture.Part(LinkPicture.Look.GOOD, good),
                        new LinkPicture.Part(LinkPicture.Look.DEEP, moved),
                        new LinkPicture.Part(LinkPicture.Look.PALE, Math.max(0, total.in() - good - moved)));
        return new LinkPicture(
                balance.title(),
                whose(told),
                news(told),
                wanted(told),
                days(balance),
                parts);
    }

    Poster poster(DriveBalances.PublicDrive told) {
        DriveBalance balance = told.balance();
        List<WishView.Line> missing = told.wishes().missing();
        List<String> lines = new ArrayList<>(
                missing.stream().limit(ON_POSTER).map(this::line).toList());
        if (missing.size() > ON_POSTER) {
            lines.add(say("trace_poster_more", Map.of()));
        }
        return new Poster(
                say("trace_poster_title", Map.of()) + " " + balance.code(),
                balance.title(),
                whose(told) + ". " + days(balance),
                shortened(balance.about()),
                lines.isEmpty() ? null : say("trace_drive_missing", Map.of()),
                lines,
                address(told),
                say("trace_poster_scan", Map.of()));
    }

    private static String shortened(String about) {
        return about == null || about.length() <= LONGEST_ABOUT
                ? about
                : about.substring(0, about.offsetByCodePoints(0, about.codePointCount(0, LONGEST_ABOUT) - 1)).stripTrailing() + "\u2026";
    }

    private String whose(DriveBalances.PublicDrive told) {
        return say(told.sells() ? "trace_drive_sale_by" : "trace_drive_by", Map.of("0", told.balance().organisation()));
    }

    private String days(DriveBalance balance) {
        return balance.endsOn() == null
                ? say("trace_drive_from", Map.of("0", frame.day(balance.startsOn())))
                : say("trace_drive_days", Map.of("0", frame.day(balance.startsOn()), "1", frame.day(balance.endsOn())));
    }

    /** What is needed in one sentence; null where no list is open or nothing is missing. */
    private String wanted(DriveBalances.PublicDrive told) {
        List<WishView.Line> missing = told.wishes().missing();
        return missing.isEmpty()
                ? null
                : say(
                        "trace_share_wanted",
                        Map.of("goods", missing.stream().limit(ON_PICTURE).map(this::line).collect(Collectors.joining("; "))));
    }

    private String line(WishView.Line line) {
        return say("trace_share_line", Map.of("count", line.missing(), "what", line.what()));
    }

    private List<String> news(DriveBalances.PublicDrive told) {
        DriveBalance balance = told.balance();
        List<String> news = new ArrayList<>();
        if (balance.total().in() > 0) {
            Map<String, Object> facts = Map.of(
                    "in", balance.total().in(),
                    "delivered", balance.total().delivered(),
                    "sold", balance.total().sold(),
                    "used", balance.total().used());
            boolean changed = balance.total().sold() + balance.total().used() > 0;
            news.add(say(
                    told.sells() ? "trace_drive_sum_sale" : changed ? "trace_drive_sum_changed" : "trace_drive_sum", facts));
        }
        balance.money().forEach(money -> {
            tell(news, "trace_drive_earned", money, money.earned());
            tell(news, "trace_drive_given", money, money.given());
        });
        if (balance.bags() > 0) {
            news.add(say("trace_drive_bags", Map.of("bags", balance.bags())));
        }
        return news.isEmpty() ? List.of(say("trace_drive_empty", Map.of())) : news;
    }

    private void tell(List<String> news, String key, DriveBalance.MoneyLine line, String amount) {
        Money money = line.of(amount);
        if (money.minor() > 0) {
            news.add(say(key, Map.of("amount", goods.money(money))));
        }
    }

    private String say(String key, Map<String, Object> facts) {
        return frame.say(key, facts);
    }
}
