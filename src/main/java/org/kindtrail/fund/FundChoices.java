package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Money;
import org.kindtrail.programme.Programmes;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** What can be chosen in the forms of this room. */
@ApplicationScoped
class FundChoices {
    private final FundService funds;
    private final Goods goods;
    private final Frame frame;
    private final Programmes programmes;

    FundChoices(FundService funds, Goods goods, Frame frame, Programmes programmes) {
        this.programmes = programmes;
        this.funds = funds;
        this.goods = goods;
        this.frame = frame;
    }

    /**
     * Funds with what they hold, and currencies by name.
     *
     * @param usual the currency that the chosen fund holds; empty when it holds none
     */
    record Choices(List<Option> funds, List<Option> currencies, String usual) {}

    /** @param chosen code of the fund that a form begins with; null: the first */
    Choices of(String chosen) {
        List<FundView> open = funds.open();
        String code = Code.read(CodeKind.FUND, chosen).orElse(null);
        String usual = open.stream()
                .filter(fund -> code == null || fund.code().equals(code))
                .flatMap(fund -> fund.holds().stream())
                .map(AmountView::currency)
                .findFirst()
                .orElse("");
        return new Choices(open.stream().map(this::option).toList(), currencies(), usual);
    }

    private Option option(FundView fund) {
        String holds = fund.holds().stream()
                .map(each -> goods.money(money(each)))
                .collect(Collectors.joining(", "));
        return new Option(
                fund.code(),
                holds.isEmpty()
                        ? frame.say("fund_option_empty", Map.of("fund", fund.name()))
                        : frame.say("fund_option", Map.of("fund", fund.name(), "holds", holds)));
    }

    private static Money money(AmountView amount) {
        return new Money(
                new java.math.BigDecimal(amount.amount())
                        .movePointRight(Money.digits(amount.currency()))
                        .longValueExact(),
                amount.currency());
    }

    private List<Option> currencies() {
        return Money.currencies().stream().map(code -> new Option(code, name(code))).toList();
    }

    private String name(String code) {
        try {
            return Currency.getInstance(code).getDisplayName(frame.getLocale());
        } catch (IllegalArgumentException newer) {
            return code;
        }
    }

    /** A currency as people type it: in any case. */
    static String currency(Reading typed, String name) {
        String code = typed.text(name);
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }

    /** The code of a fund as it is kept. */
    String known(String fund) {
        return funds.get(fund).code();
    }

    /** The same; null when it is none. */
    String knownOrNull(String fund) {
        return Code.read(CodeKind.FUND, fund).orElse(null);
    }

    /** The address of a list, or of a new document, that a fund or a programme narrows. */
    String narrowed(String path, String fund, String programme) {
        String byFund = Amounts.isBlank(fund) ? "" : "fund=" + known(fund);
        String byProgramme =
                Amounts.isBlank(programme) ? "" : "programme=" + programmes.get(programme).getCode();
        String both = byFund + (byFund.isEmpty() || byProgramme.isEmpty() ? "" : "&") + byProgramme;
        return both.isEmpty() ? path : path + "?" + both;
    }

    /** A form that begins with a fund and the currency that it holds. */
    Form begun(String field, String fund, String... currencyFields) {
        String code = Code.read(CodeKind.FUND, fund).orElse(null);
        Form form = Form.empty().with(field, code);
        String usual = of(code).usual();
        for (String each : currencyFields) {
            form = form.with(each, usual);
        }
        return form;
    }
}
