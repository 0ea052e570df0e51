package org.kindtrail.stock;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Papers;
import org.kindtrail.place.Place;
import org.kindtrail.web.Frame;

/** Stock cards, for people and their printers. */
@Path("/items/{item}")
@Produces("text/html")
public class CardPages {
    private final CardService cards;
    private final Papers papers;
    private final Frame frame;

    CardPages(CardService cards, Papers papers, Frame frame) {
        this.cards = cards;
        this.papers = papers;
        this.frame = frame;
    }

    @GET
    @Path("/card")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance card(
            @PathParam("item") String item,
            @QueryParam("site") String site,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        CardService.Period period = cards.period(from, to);
        Paper paper = cards.stockCard(item, Asking.given(site), period)
                .period(period.from(), period.to(), "site", Asking.given(site));
        String here = "/items/" + paper.number() + "/card";
        paper.choice(frame.say("stock_card_all_sites", Map.of()), here + "?" + period.query(), Asking.given(site) == null);
        for (Place each : cards.sites()) {
            String address = here + "?site=" + each.getCode() + "&" + period.query();
            paper.choice(each.getName(), address, each.getCode().equals(Asking.given(site)));
        }
        String which = Asking.given(site) == null ? "" : "site=" + Asking.given(site) + "&";
        return papers.page(paper, here + ".pdf?" + which + period.query(), "/items/" + paper.number());
    }

    @GET
    @Path("/card.pdf")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    public Response cardPdf(
            @PathParam("item") String item,
            @QueryParam("site") String site,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        return papers.pdf(cards.stockCard(item, Asking.given(site), cards.period(from, to)));
    }
}
