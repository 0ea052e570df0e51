package org.kindtrail.sale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.drive.Drive;
import org.kindtrail.fund.Fund;
import org.kindtrail.fund.Funds;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** The terms of a sale, and what became of what was brought to its table. */
@ApplicationScoped
public class SaleService {
    private final SaleDrives drives;
    private final Funds funds;
    private final Sales sales;
    private final Prices prices;
    private final CountedTakings takings;
    private final TableBalances balances;
    private final Rules rules;
    private final History history;

    SaleService(
            SaleDrives drives,
            Funds funds,
            Sales sales,
            Prices prices,
            CountedTakings takings,
            TableBalances balances,
            Rules rules,
            History history) {
        this.drives = drives;
        this.funds = funds;
        this.sales = sales;
        this.prices = prices;
        this.takings = takings;
        this.balances = balances;
        this.rules = rules;
        this.history = history;
    }

    /**
     * @throws NotFound when the organisation has no such drive
     * @throws Refused when it is for something else than selling
     */
    @Transactional
    public SaleDriveView get(String code) {
        Drive drive = drives.drive(code);
        SaleTerms terms = drives.terms(code).orElse(null);
        return view(drive, terms);
    }

    /**
     * @throws Invalid naming the fields at fault
     * @throws Refused when something was sold already, or somebody else changed the terms meanwhile
     */
    @Transactional
    public SaleDriveView set(String code, SetTerms command) {
        rules.check(command);
        Drive drive = drives.drive(code);
        if (!Money.isCurrency(command.currency())) {
            throw Invalid.field("currency", "error_currency", Map.of("given", Given.shortened(command.currency())));
        }
        Fund fund = funds.open("fund", command.fund());
        SaleTerms terms = drives.terms(code).orElse(null) == null ? null : drives.locked("drive", code);
        if (command.version() != version(terms)) {
            throw new Refused("error_changed_meanwhile");
        }
        if (sales.anyStands(drive)) {
            throw new Refused("error_sale_terms_stay", Map.of("drive", drive.getTitle()));
        }
        if (terms == null) {
            terms = new SaleTerms(drive, fund, command.currency());
            drives.persist(terms);
        } else {
            if (!terms.getCurrency().equals(command.currency())) {
                prices.clear(drive);
            }
            terms.change(fund, command.currency());
        }
        drives.flush();
        history.note(drive.getCode(), "sale_terms_set", fund.getName() + ", " + command.currency(), null);
        return view(drive, terms);
    }

    private static int version(SaleTerms terms) {
        return terms == null ? 0 : terms.getVersion() + 1;
    }

    private SaleDriveView view(Drive drive, SaleTerms terms) {
        List<SaleDriveView.Line> lines = balances.of(drive);
        return new SaleDriveView(
                drive.getCode(),
                drive.getTitle(),
                drive.isOpen(),
                drive.getSite().getCode(),
                drive.getSite().getName(),
                terms == null ? null : terms.getFund().getCode(),
                terms == null ? null : terms.getFund().getName(),
                terms == null ? null : terms.getCurrency(),
                version(terms),
                lines,
                terms == null ? null : money(drive, terms.getCurrency()));
    }

    private SaleDriveView.Money money(Drive drive, String currency) {
        Sales.Sums all = sales.sums(drive, null);
        Sales.Sums uncounted = sales.sums(drive, false);
        CountedTakings.Sums counted = takings.sums(drive);
        return new SaleDriveView.Money(
                all.receipts(),
                new Money(all.total(), currency).plain(),
                new Money(counted.counted(), currency).plain(),
                new Money(counted.counted() - counted.expected(), currency).plain(),
                uncounted.receipts(),
                new Money(uncounted.total(), currency).plain());
    }
}
