package org.kindtrail.stock;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Papers;

/** Bin cards: the stock card of a shelf. */
@Path("/places/{code}")
@Produces("text/html")
public class BinCardPages {
    private final CardService cards;
    private final Papers papers;

    BinCardPages(CardService cards, Papers papers) {
        this.cards = cards;
        this.papers = papers;
    }

    @GET
    @Path("/card")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance card(
            @PathParam("code") String code, @QueryParam("from") String from, @QueryParam("to") String to) {
        CardService.Period period = cards.period(from, to);
        Paper paper = cards.binCard(code, period).period(period.from(), period.to(), null, null);
        String at = "/places/" + paper.number();
        return papers.page(paper, at + "/card.pdf?" + period.query(), at);
    }

    @GET
    @Path("/card.pdf")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    public Response cardPdf(
            @PathParam("code") String code, @QueryParam("from") String from, @QueryParam("to") String to) {
        return papers.pdf(cards.binCard(code, cards.period(from, to)));
    }
}
