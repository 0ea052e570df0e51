package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.programme.BudgetLine;
import org.kindtrail.programme.Programme;
import org.kindtrail.programme.Programmes;

/**
 * Decides for which programme money is spent, in this one place: money of a programme's fund is spent for that programme and
 * goes to no fund but the programme's own, until the programme has ended and freed what is left over.
 */
@ApplicationScoped
class Charging {
    private final Programmes programmes;

    Charging(Programmes programmes) {
        this.programmes = programmes;
    }

    /**
     * What is asked for.
     *
     * @param programme code; null or empty: that of the funds, if they have one
     * @param line number of a budget line; null: none
     */
    record Asked(String programme, Long line) {}

    /** A fund that pays, and the field that names it. */
    record Payer(String path, Fund fund) {}

    /**
     * What it is charged to.
     *
     * @param programme null: none
     * @param line null: none
     */
    record Charged(Programme programme, BudgetLine line) {
        Long id() {
            return programme == null ? null : programme.getId();
        }
    }

    /**
     * @throws Invalid when funds of two programmes pay, when another programme is named than theirs, or the line is not there
     * @throws org.kindtrail.kernel.Refused when the programme of a fund is closed and freed nothing
     */
    Charged of(Asked asked, List<Payer> payers) {
        Programme named = programmes.chargeable("programme", asked.programme());
        Payer bound = null;
        for (Payer payer : payers) {
            if (payer.fund().bound() != null) {
                if (bound != null && !same(bound.fund().bound(), payer.fund().bound())) {
                    throw Invalid.field(
                            payer.path(),
                            "error_fund_two_programmes",
                            Map.of(
                                    "first", bound.fund().bound().getName(),
                                    "second", payer.fund().bound().getName()));
                }
                bound = payer;
            }
        }
        if (bound != null && named != null && !same(named, bound.fund().bound())) {
            throw Invalid.field(
                    "programme",
                    "error_fund_other_programme",
                    Map.of(
                            "fund", bound.fund().getName(),
                            "programme", bound.fund().bound().getName(),
                            "given", named.getName()));
        }
        Programme programme = bound == null ? named : bound.fund().bound();
        if (programme == null) {
            if (asked.line() != null) {
                throw Invalid.field("budgetLine", "error_programme_line_alone");
            }
            return new Charged(null, null);
        }
        programme.mustBeOpen();
        return new Charged(programme, line(programme, asked.line()));
    }

    private BudgetLine line(Programme programme, Long number) {
        if (number == null) {
            return null;
        }
        // who takes the line out of the budget meanwhile waits, and then sees what names it
        programmes.lock(programme);
        return programme.line(number)
                .orElseThrow(() -> Invalid.field(
                        "budgetLine",
                        "error_programme_line_not",
                        Map.of("line", number, "name", programme.getName())));
    }

    /** @throws Invalid when money of a programme would leave it */
    void refuseLeaving(Fund from, Fund to) {
        Programme bound = from.bound();
        if (bound != null && (to.getProgramme() == null || !same(bound, to.getProgramme()))) {
            throw Invalid.field(
                    "to",
                    "error_fund_money_of_programme",
                    Map.of("fund", from.getName(), "to", to.getName(), "programme", bound.getName()));
        }
    }

    private static boolean same(Programme one, Programme other) {
        return one.getId().equals(other.getId());
    }
}
