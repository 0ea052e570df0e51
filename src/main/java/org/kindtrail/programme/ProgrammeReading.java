package org.kindtrail.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Organisations;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Rules;

/** Reads what was written of a programme, and says of each field what does not fit. */
@ApplicationScoped
class ProgrammeReading {
    private static final int LONGEST_YEARS = 10;

    private final Organisations organisations;
    private final Catalogue catalogue;
    private final Rules rules;

    ProgrammeReading(Organisations organisations, Catalogue catalogue, Rules rules) {
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.rules = rules;
    }

    /**
     * A budget line.
     *
     * @param number of the line that stays; null: a new one
     * @param minor in the minor unit of the programme's currency
     */
    record Line(String path, Integer number, String name, long minor) {}

    record Read(List<Partner> partners, List<Line> lines, List<Target> targets) {}

    /** @throws Invalid naming the fields at fault */
    Read read(OpenProgramme command) {
        rules.check(command);
        List<FieldError> faults = new ArrayList<>();
        checkDays(command, faults);
        boolean known = Money.isCurrency(command.currency());
        if (!known) {
            faults.add(new FieldError("currency", "error_currency", Map.of("given", Given.shortened(command.currency()))));
        }
        List<Partner> partners = partners(command, faults);
        List<Line> lines = known ? lines(command, faults) : List.of();
        List<Target> targets = targets(command, faults);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new Read(partners, lines, targets);
    }

    private static void checkDays(OpenProgramme command, List<FieldError> faults) {
        if (command.endsOn().isBefore(command.startsOn())) {
            faults.add(new FieldError(
                    "endsOn", "error_programme_ends_first", Map.of("start", command.startsOn().toString())));
        } else if (command.endsOn().isAfter(command.startsOn().plusYears(LONGEST_YEARS))) {
            faults.add(new FieldError(
                    "endsOn",
                    "error_programme_long",
                    Map.of("years", LONGEST_YEARS, "last", command.startsOn().plusYears(LONGEST_YEARS).toString())));
        }
    }

    private List<Partner> partners(OpenProgramme command, List<FieldError> faults) {
        List<Partner> read = new ArrayList<>();
        for (int i = 0; i < of(command.partners()).size(); i++) {
            OpenProgramme.Partner each = command.partners().get(i);
            Organisation known = null;
            if (!isBlank(each.organisation())) {
                known = organisations.byCode(each.organisation()).orElse(null);
                if (known == null) {
                    faults.add(new FieldError(
                            "partners[" + i + "].organisation",
                            "error_programme_organisation",
                            Map.of("given", Given.shortened(each.organisation()))));
                }
            }
            read.add(new Partner(each.name().strip(), each.role(), known == null ? null : known.getId()));
        }
        return read;
    }

    private static List<Line> lines(OpenProgramme command, List<FieldError> faults) {
        List<Line> read = new ArrayList<>();
        Set<Long> numbers = new HashSet<>();
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < of(command.budget()).size(); i++) {
            String path = "budget[" + i + "].";
            OpenProgramme.Line each = command.budget().get(i);
            if (each.line() != null && !numbers.add(each.line())) {
                faults.add(new FieldError(path + "line", "error_programme_line_twice", Map.of("line", each.line())));
            }
            Money money = Money.read(path + "amount", each.amount(), command.currency(), faults);
            if (money != null) {
                sum = sum.add(BigInteger.valueOf(money.minor()));
                Integer number = each.line() == null ? null : each.line().intValue();
                read.add(new Line(path, number, each.name().strip(), money.minor()));
            }
        }
        if (sum.compareTo(BigInteger.valueOf(Money.MOST)) > 0) {
            faults.add(new FieldError("budget[0].amount", "error_money_much", Map.of("given", sum.toString())));
        }
        return read;
    }

    private List<Target> targets(OpenProgramme command, List<FieldError> faults) {
        List<Target> read = new ArrayList<>();
        for (int i = 0; i < of(command.targets()).size(); i++) {
            String path = "targets[" + i + "].";
            OpenProgramme.Target each = command.targets().get(i);
            String category = isBlank(each.category()) ? null : each.category();
            if (category != null && each.kind() != TargetKind.ITEMS_DISTRIBUTED) {
                faults.add(new FieldError(path + "category", "error_programme_target_category"));
            } else if (category != null && !(catalogue.hasCategory(category) && Catalogue.isOfThings(category))) {
                faults.add(new FieldError(path + "category", "error_choice", Map.of("given", Given.shortened(category))));
            }
            var by = each.by() == null ? command.endsOn() : each.by();
            if (by.isBefore(command.startsOn()) || by.isAfter(command.endsOn())) {
                faults.add(new FieldError(
                        path + "by",
                        "error_programme_target_day",
                        Map.of("start", command.startsOn().toString(), "end", command.endsOn().toString())));
            }
            read.add(new Target(each.kind(), category, each.number(), by));
        }
        return read;
    }

    private static <T> List<T> of(List<T> list) {
        return list == null ? List.of() : list;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
