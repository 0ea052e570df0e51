package org.kindtrail.help;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kindtrail.kernel.Page;
import org.kindtrail.web.OpenToAnyone;

/** Where somebody who needs help finds whom to call. Nothing is kept of who reads it: no cookie, no sign-in, no form. */
@Path("/get-help")
@Produces("text/html")
public class GetHelpPages {
    private static final int SHOWN = 200;

    private final HelpService help;
    private final FourLanguages languages;

    GetHelpPages(HelpService help, FourLanguages languages) {
        this.help = help;
        this.languages = languages;
    }

    /** The organisations of a country. */
    record Country(List<FourLanguages.Said> name, List<HelpRow> organisations) {}

    @CheckedTemplate(basePath = "help", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance all(List<Country> countries, String next, FourLanguages.Labels labels);

        static native TemplateInstance one(
                HelpView help, List<FourLanguages.Said> texts, FourLanguages.Labels labels, boolean preview);
    }

    @GET
    @OpenToAnyone(leavesNothing = true)
    public TemplateInstance all(@QueryParam("after") String after) {
        Page<HelpRow> page = help.list(after, SHOWN);
        List<Country> countries = new ArrayList<>();
        String last = null;
        for (HelpRow row : page.rows()) {
            if (!row.country().equals(last)) {
                countries.add(new Country(languages.country(row.country()), new ArrayList<>()));
                last = row.country();
            }
            countries.get(countries.size() - 1).organisations().add(row);
        }
        return Templates.all(countries, page.next(), languages.labels());
    }

    @GET
    @Path("/{organisation}")
    @OpenToAnyone(leavesNothing = true)
    public TemplateInstance one(@PathParam("organisation") String organisation) {
        return page(help.of(organisation), languages, false);
    }

    static TemplateInstance page(HelpView help, FourLanguages languages, boolean preview) {
        HelpTexts texts = help.texts();
        List<FourLanguages.Said> said = Stream.of(
                        new FourLanguages.Said("en", texts.en()),
                        new FourLanguages.Said("ru", texts.ru()),
                        new FourLanguages.Said("kk", texts.kk()),
                        new FourLanguages.Said("ky", texts.ky()))
                .filter(text -> !text.words().isEmpty())
                .toList();
        return Templates.one(help, said, languages.labels(), preview);
    }
}
