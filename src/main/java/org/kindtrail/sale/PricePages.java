package org.kindtrail.sale;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.QrCode;
import org.kindtrail.web.Reading;

/** The price list of a sale and its price tags, for people and for paper. */
@Path("/drives/{code}/sale/prices")
@Produces("text/html")
public class PricePages {
    /** A ream of paper is more than anybody wants to find in the printer. */
    static final int MOST_TAGS = 1000;

    private static final Pattern LINE = Pattern.compile("^prices\\[(\\d+)\\](.*)$");
    private static final int FREE_LINES = 3;
    private static final int MOST_LINES = 1000;

    private final PriceService prices;
    private final TableChoices table;
    private final TypedLines lines;
    private final Catalogue catalogue;
    private final Once once;
    private final Rules rules;
    private final Frame frame;

    PricePages(
            PriceService prices,
            TableChoices table,
            TypedLines lines,
            Catalogue catalogue,
            Once once,
            Rules rules,
            Frame frame) {
        this.prices = prices;
        this.table = table;
        this.lines = lines;
        this.catalogue = catalogue;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
    }

    /** A price tag as it is printed. */
    record Card(PriceService.Tag tag, String qr) {}

    /** A line of the form. */
    record Line(String item, String grade, String price, String known, String what) {}

    @CheckedTemplate(basePath = "sale", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance prices(PriceListView list);

        static native TemplateInstance pricesEdit(
                PriceListView list, Form form, List<Line> known, List<Line> fresh, List<Option> grades, List<String> items);

        static native TemplateInstance tags(TableChoices.Table table, Form form, List<Option> copies);

        static native TemplateInstance tagSheet(String drive, List<Card> cards);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance list(@PathParam("code") String code) {
        return Templates.prices(prices.get(code));
    }

    /** What lies on the table stands there already, each with its price or with room for one. */
    @GET
    @Path("/edit")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance edit(@PathParam("code") String code) {
        Form form = Form.empty();
        List<PriceService.Priced> all = prices.priced(code);
        for (int i = 0; i < all.size(); i++) {
            String head = head(i);
            form = form.with(head + "item", all.get(i).item())
                    .with(head + "grade", all.get(i).grade().word())
                    .with(head + "price", all.get(i).price())
                    .with(head + "known", "1");
        }
        return edit(code, form);
    }

    @POST
    @Path("/edit")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response set(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        List<Integer> numbers = numbers(form);
        return once.submit(
                form,
                () -> inForm(numbers, () -> "/drives/" + prices.set(code, read(form, numbers)).drive() + "/sale/prices"),
                refused -> edit(code, refused));
    }

    private static String head(int index) {
        return "prices[" + index + "].";
    }

    private TemplateInstance edit(String code, Form form) {
        List<Line> known = new ArrayList<>();
        List<Line> fresh = new ArrayList<>();
        int sent = form.lines("prices", MOST_LINES);
        for (int i = 0; i < sent; i++) {
            if (form.has(head(i) + "known")) {
                known.add(line(form, i));
            } else {
                fresh.add(line(form, i));
            }
        }
        for (int i = sent; fresh.size() < FREE_LINES; i++) {
            fresh.add(line(form, i));
        }
        List<Option> grades = List.of(Grade.GOOD, Grade.NEW, Grade.WORN).stream()
                .map(grade -> new Option(grade.word(), frame.say(grade.wordsKey(), Map.of())))
                .toList();
        List<String> items = catalogue.active().stream().map(catalogue::label).toList();
        return Templates.pricesEdit(prices.get(code), form, known, fresh, grades, items);
    }

    private Line line(Form form, int index) {
        String head = head(index);
        var item = catalogue.find(form.value(head + "item"));
        String grade = form.value(head + "grade");
        String what = item == null
                ? form.value(head + "item")
                : catalogue.label(item) + ", " + gradeWords(grade);
        return new Line(head + "item", head + "grade", head + "price", head + "known", what);
    }

    private String gradeWords(String grade) {
        return TableGoods.FIT.stream()
                .filter(each -> each.word().equals(grade.toLowerCase(Locale.ROOT)))
                .map(each -> frame.say(each.wordsKey(), Map.of()))
                .findFirst()
                .orElse(grade);
    }

    /** The numbers of the lines that say something: those with a price, and new ones with an item. */
    private static List<Integer> numbers(Form form) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < form.lines("prices", MOST_LINES); i++) {
            if (form.has(head(i) + "price") || (form.has(head(i) + "item") && !form.has(head(i) + "known"))) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private SetPrices read(Form form, List<Integer> numbers) {
        Reading typed = form.read();
        List<SetPrices.Price> list = new ArrayList<>();
        for (int number : numbers) {
            String head = head(number);
            TypedLines.What what = lines.what(typed, head + "item");
            Grade grade = typed.oneOf(head + "grade", Grade.class);
            list.add(new SetPrices.Price(what == null ? null : what.item(), grade, typed.text(head + "price")));
        }
        return rules.check(new SetPrices(list), moved(typed.faults(), numbers));
    }

    /** Faults of the form's lines at the numbers that they have in the command. */
    private static List<FieldError> moved(List<FieldError> faults, List<Integer> numbers) {
        return faults.stream()
                .map(fault -> new FieldError(
                        renumbered(fault.path(), number -> numbers.indexOf(number)), fault.key(), fault.facts()))
                .toList();
    }

    private static String renumbered(String path, IntUnaryOperator number) {
        Matcher found = LINE.matcher(path);
        return found.matches()
                ? "prices[" + number.applyAsInt(Integer.parseInt(found.group(1))) + "]" + found.group(2)
                : path;
    }

    private static <T> T inForm(List<Integer> numbers, Supplier<T> act) {
        try {
            return act.get();
        } catch (Invalid invalid) {
            throw new Invalid(invalid.fields().stream()
                    .map(fault -> new FieldError(
                            renumbered(fault.path(), index -> numbers.get(index)), fault.key(), fault.facts()))
                    .toList());
        }
    }

    @GET
    @Path("/tags")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance tags(@PathParam("code") String code) {
        return Templates.tags(table.of(code), Form.empty().with("copies", "piece"), copies());
    }

    private List<Option> copies() {
        return List.of(
                new Option("piece", frame.say("sale_tags_per_piece", Map.of())),
                new Option("lot", frame.say("sale_tags_per_lot", Map.of())));
    }

    /**
     * @param what an item on the table, as the form offers it; empty: everything there
     * @param copies piece, lot, or how many of each lot
     */
    @POST
    @Path("/tags")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response tagSheet(
            @PathParam("code") String code, @Context UriInfo here, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.show(
                form,
                () -> Templates.tagSheet(code, cards(code, form, here)),
                refused -> Templates.tags(table.of(code), refused, copies()));
    }

    private List<Card> cards(String code, Form form, UriInfo here) {
        Reading reading = form.read();
        TypedLines.What what = lines.what(reading, "item");
        Long number = reading.wholeNumber("number");
        if (!reading.faults().isEmpty()) {
            throw new Invalid(reading.faults());
        }
        if (number != null && (number < 1 || number > MOST_TAGS)) {
            throw Invalid.field("number", "error_sale_tags_many", Map.of("most", MOST_TAGS));
        }
        boolean each = form.value("copies").equals("piece");
        List<Card> cards = new ArrayList<>();
        for (PriceService.Tag tag : prices.tags(
                code, what.item() == null ? null : catalogue.find(what.item()), what.grade())) {
            if (what.lot() == null || what.lot().equals(tag.lot())) {
                long copies = number != null ? number : each ? tag.quantity() : 1;
                if (cards.size() + copies > MOST_TAGS) {
                    throw Invalid.field("number", "error_sale_tags_many", Map.of("most", MOST_TAGS));
                }
                Card card = card(tag, here);
                for (long i = 0; i < copies; i++) {
                    cards.add(card);
                }
            }
        }
        if (cards.isEmpty()) {
            throw Invalid.field("item", "error_sale_tags_none");
        }
        return cards;
    }

    /** The camera opens the lot; in capitals the code is the smallest. */
    private Card card(PriceService.Tag tag, UriInfo here) {
        String address = here.getBaseUri().toString().replaceFirst("/+$", "") + "/l/" + tag.lot();
        return new Card(
                tag, QrCode.svg(address.toUpperCase(Locale.ROOT), frame.say("sale_tag_qr", Map.of("code", tag.lot()))));
    }
}
