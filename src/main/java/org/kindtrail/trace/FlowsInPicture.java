package org.kindtrail.trace;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.kindtrail.kernel.Money;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Shares;
import org.kindtrail.web.Words;

/**
 * Draws a drive's balance as a flow: what came in, what became of it, the money that brought, what was bought with it, and
 * where that went. Things and money have no common measure: money is drawn as wide as the things that brought it, and what
 * was bought as wide as the money that was spent. The words tell the numbers.
 */
final class FlowsInPicture {
    /** What everything together is as wide as; what is less than a fiftieth is drawn as one. */
    private static final long ALL = 10_000;

    private static final long LEAST = ALL / 50;
    private static final int IN = 0;
    private static final int FATES = 1;
    private static final int MADE = 2;
    private static final int FATES_OF_MADE = 3;
    private static final int MONEY = 4;
    private static final int FATES_OF_MONEY = 5;
    private static final int BOUGHT = 6;
    private static final int FATES_OF_BOUGHT = 7;
    private static final String SOLD = "sold";

    private record Shown(int column, String look, String label, String amount) {}

    private final DriveBalance balance;
    private final Words words;
    private final GoodsInWords goodsInWords;
    private final Locale locale;
    private final Map<String, Shown> boxes = new LinkedHashMap<>();
    private final List<FlowLayout.Band> bands = new ArrayList<>();
    private final List<String> amounts = new ArrayList<>();

    FlowsInPicture(DriveBalance balance, Words words, GoodsInWords goodsInWords, Locale locale) {
        this.balance = balance;
        this.words = words;
        this.goodsInWords = goodsInWords;
        this.locale = locale;
    }

    FlowDiagram draw() {
        goods();
        made(MADE, FATES_OF_MADE, false);
        money();
        made(BOUGHT, FATES_OF_BOUGHT, true);
        return diagram();
    }

    private void goods() {
        DriveBalance.Line total = balance.total();
        if (total.in() == 0) {
            return;
        }
        box("in", IN, "in", say("trace_flow_in"), things(total.in()));
        Map<String, ToLongFunction<DriveBalance.Line>> fates = new LinkedHashMap<>();
        fates.put("waiting", DriveBalance.Line::waiting);
        fates.put("on_the_way", DriveBalance.Line::onTheWay);
        fates.put("arrived", DriveBalance.Line::delivered);
        fates.put(SOLD, DriveBalance.Line::sold);
        fates.put("used", DriveBalance.Line::used);
        fates.put("passed_on", DriveBalance.Line::passedOn);
        fates.put("handed_on", DriveBalance.Line::handedOn);
        fates.put("back", DriveBalance.Line::back);
        fates.put("let_go", DriveBalance.Line::letGo);
        fates.put("lost", DriveBalance.Line::lost);
        fates.forEach((fate, of) -> {
            long quantity = of.applyAsLong(total);
            if (quantity > 0) {
                box("goods-" + fate, FATES, fate, say("trace_flow_" + fate), things(quantity));
                band("in", "goods-" + fate, sized(quantity, total.in()), things(quantity));
            }
        });
    }

    private static long sized(long quantity, long of) {
        return Math.max(LEAST, BigInteger.valueOf(quantity)
                .multiply(BigInteger.valueOf(ALL))
                .divide(BigInteger.valueOf(Math.max(1, of)))
                .longValue());
    }

    /** What was made of things, or bought with money: as wide together as what was used up for it. */
    private void made(int column, int fatesColumn, boolean bought) {
        List<DriveBalance.Made> made = balance.made().stream()
                .filter(each -> bought == (each.how() == ConversionKind.PURCHASE))
                .toList();
        List<String> sources = bought ? starting("money-spent") : boxes.containsKey("goods-used") ? List.of("goods-used") : List.of();
        long[] sizes = among(sources.stream().mapToLong(this::into).sum(), made.stream()
                .map(each -> BigInteger.valueOf(each.quantity()))
                .toList());
        for (int i = 0; i < made.size(); i++) {
            DriveBalance.Made each = made.get(i);
            String id = "made_" + each.how() + "_" + i;
            box(id, column, bought ? "bought" : "made", say("trace_flow_made_" + each.how().word()), each.words());
            feed(sources, id, sizes[i], each.words());
            fates(id, fatesColumn, sizes[i], each);
        }
    }

    private void feed(List<String> sources, String id, long size, String amount) {
        if (sources.isEmpty()) {
            return;
        }
        long[] parts = among(size, sources.stream().map(source -> BigInteger.valueOf(into(source))).toList());
        for (int i = 0; i < parts.length; i++) {
            band(sources.get(i), id, parts[i], amount);
        }
    }

    private void fates(String id, int column, long size, DriveBalance.Made made) {
        List<DriveBalance.Part> parts = made.parts();
        long[] sizes = among(size, parts.stream().map(part -> BigInteger.valueOf(part.quantity())).toList());
        for (int i = 0; i < sizes.length; i++) {
            Fate fate = parts.get(i).fate();
            String to = column + "_" + fate.word();
            Shown known = boxes.get(to);
            box(to, column, look(fate), say("trace_flow_" + look(fate)), known == null ? parts.get(i).words() : "");
            band(id, to, sizes[i], parts.get(i).words());
        }
    }

    private static String look(Fate fate) {
        return switch (fate) {
            case UNSORTED, WAITING, PREPARING -> "waiting";
            case PACKED, WORKED, OPENED -> "used";
            case DAMAGED -> "let_go";
            default -> fate.word();
        };
    }

    private void money() {
        List<String> sold = new ArrayList<>(boxes.containsKey("goods-sold") ? List.of("goods-sold") : List.of());
        sold.addAll(starting(FATES_OF_MADE + "_sold"));
        List<DriveBalance.MoneyLine> earned = balance.money().stream().filter(line -> minor(line, line.earned()) > 0).toList();
        long[] sizes = among(
                sold.stream().mapToLong(this::into).sum(), earned.stream().map(line -> BigInteger.ONE).toList());
        for (DriveBalance.MoneyLine line : balance.money()) {
            String id = "money-" + line.currency();
            long in = minor(line, line.earned()) + minor(line, line.given()) + minor(line, line.exchangedInto())
                    + minor(line, line.gotBack());
            box(id, MONEY, "money", say("trace_flow_money"), money(line, in));
            int at = earned.indexOf(line);
            long size = at >= 0 && sizes[at] > 0 ? sizes[at] : ALL / 5;
            if (at >= 0) {
                feed(sold, id, size, money(line, minor(line, line.earned())));
            }
            moneyFates(line, id, in, at >= 0 ? scaled(size, in, minor(line, line.earned())) : size);
        }
    }

    /** As wide as all of the money, when a part of it is as wide as that; not wider than everything. */
    private static long scaled(long size, long all, long part) {
        return BigInteger.valueOf(size)
                .multiply(BigInteger.valueOf(all))
                .divide(BigInteger.valueOf(part))
                .min(BigInteger.valueOf(ALL))
                .longValue();
    }

    private void moneyFates(DriveBalance.MoneyLine line, String id, long in, long size) {
        Map<String, Long> fates = new LinkedHashMap<>();
        fates.put("held", minor(line, line.held()));
        fates.put("spent", minor(line, line.spent()));
        fates.put("exchanged", minor(line, line.exchanged()));
        fates.put("paid_out", minor(line, line.paidOut()));
        fates.put("fee", minor(line, line.fees()));
        fates.put("lost", minor(line, line.lost()));
        fates.values().removeIf(minor -> minor == 0);
        long[] sizes = among(size, fates.values().stream().map(BigInteger::valueOf).toList());
        int i = 0;
        for (Map.Entry<String, Long> fate : fates.entrySet()) {
            String to = "money-" + fate.getKey() + "_" + line.currency();
            box(to, FATES_OF_MONEY, fate.getKey(), say("trace_flow_" + fate.getKey()), money(line, fate.getValue()));
            band(id, to, sizes[i++], money(line, fate.getValue()));
        }
    }

    private static long minor(DriveBalance.MoneyLine line, String amount) {
        return line.of(amount).minor();
    }

    private String money(DriveBalance.MoneyLine line, long minor) {
        return goodsInWords.say(new Money(minor, line.currency()));
    }

    /** In proportion, but nothing narrower than can be seen. */
    private static long[] among(long size, List<BigInteger> weights) {
        if (weights.isEmpty()) {
            return new long[0];
        }
        long[] parts = Shares.divide(Math.max(size, LEAST), weights);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Math.max(parts[i], LEAST);
        }
        return parts;
    }

    private List<String> starting(String with) {
        return boxes.keySet().stream().filter(id -> id.startsWith(with)).toList();
    }

    private long into(String box) {
        return bands.stream().filter(band -> band.to().equals(box)).mapToLong(FlowLayout.Band::size).sum();
    }

    private void box(String id, int column, String look, String label, String amount) {
        boxes.put(id, new Shown(column, look, label, amount));
    }

    private void band(String from, String to, long size, String amount) {
        bands.add(new FlowLayout.Band(from, to, size));
        amounts.add(amount);
    }

    private FlowDiagram diagram() {
        FlowLayout layout = new FlowLayout(
                boxes.entrySet().stream()
                        .map(each -> new FlowLayout.Box(each.getKey(), each.getValue().column()))
                        .toList(),
                bands);
        List<FlowDiagram.Box> placed = layout.boxes().stream().map(this::box).toList();
        List<FlowDiagram.Band> drawn = new ArrayList<>();
        List<FlowDiagram.Row> rows = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            Shown from = boxes.get(bands.get(i).from());
            Shown to = boxes.get(bands.get(i).to());
            FlowDiagram.Row row = new FlowDiagram.Row(from.label(), to.label(), amounts.get(i));
            rows.add(row);
            drawn.add(new FlowDiagram.Band(
                    layout.bands().get(i).path(), to.look(), row.from() + " \u2192 " + row.to() + ": " + row.amount()));
        }
        return new FlowDiagram(layout.width(), layout.height(), said(rows), placed, drawn, rows);
    }

    private String said(List<FlowDiagram.Row> rows) {
        return String.join("; ", rows.stream()
                .map(row -> row.from() + ", " + row.to() + ": " + row.amount())
                .toList());
    }

    private FlowDiagram.Box box(FlowLayout.Placed placed) {
        Shown shown = boxes.get(placed.box().id());
        int words = placed.x() + FlowLayout.BOX * 10 + 50;
        int line = shown.amount().isEmpty() ? placed.height() / 2 + 40 : Math.max(placed.height() / 2 - 20, 110);
        return new FlowDiagram.Box(
                FlowLayout.px(placed.x()),
                FlowLayout.px(placed.y()),
                FlowLayout.px(placed.height()),
                FlowLayout.px(words),
                FlowLayout.px(placed.y() + line),
                FlowLayout.px(placed.y() + line + 145),
                shown.look(),
                shown.label(),
                shown.amount());
    }

    private String things(long quantity) {
        return words.say(locale, "trace_amount_piece", Map.of("count", quantity));
    }

    private String say(String key) {
        return words.say(locale, key, Map.of());
    }
}
