package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.programme.Programme;
import org.kindtrail.programme.Programmes;

/** What can be done with funds themselves. */
@ApplicationScoped
public class FundService {
    private final Funds funds;
    private final Purse purse;
    private final Account account;
    private final Goods goods;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;
    private final Programmes programmes;

    FundService(
            Funds funds,
            Purse purse,
            Account account,
            Goods goods,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Clock clock,
            Programmes programmes) {
        this.programmes = programmes;
        this.funds = funds;
        this.purse = purse;
        this.account = account;
        this.goods = goods;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /** @throws Invalid naming the fields at fault */
    @Transactional
    public FundView open(OpenFund command) {
        rules.check(command);
        Place place = Place.fund(
                scope.organisation(), codes.next(CodeKind.PLACE), command.name().strip());
        funds.getEntityManager().persist(place);
        Fund fund = new Fund(codes.next(CodeKind.FUND), command.name(), command.purpose(), place, clock.instant());
        fund.serve(programmes.chargeable("programme", command.programme()));
        funds.persist(fund);
        funds.flush();
        history.note(fund.getCode(), "fund_opened", fund.getName(), null);
        return view(fund, List.of());
    }

    /**
     * @param version the version that the change was made on
     * @throws Refused when somebody else changed the fund meanwhile
     * @throws Invalid when it holds money of a programme that it would leave
     */
    @Transactional
    public FundView describe(String code, int version, OpenFund command) {
        rules.check(command);
        Fund fund = funds.get(code);
        if (fund.getVersion() != version) {
            throw new Refused("error_changed_meanwhile");
        }
        Programme programme = programme(fund, command.programme());
        fund.describe(command.name(), command.purpose());
        fund.serve(programme);
        funds.flush();
        history.note(fund.getCode(), "fund_described", fund.getName(), null);
        return view(fund);
    }

    /** The programme that a fund is to be for: the one that it is for stays one, though that is closed. */
    private Programme programme(Fund fund, String typed) {
        Programme before = fund.getProgramme();
        if (before != null
                && programmes.byCode(typed == null ? "" : typed)
                        .filter(same -> same.getId().equals(before.getId()))
                        .isPresent()) {
            return before;
        }
        Programme wanted = programmes.chargeable("programme", typed);
        if (fund.bound() != null) {
            purse.lock(List.of(fund));
            if (!purse.holds(fund).isEmpty()) {
                throw Invalid.field(
                        "programme",
                        "error_fund_holds_of_programme",
                        Map.of("fund", fund.getName(), "programme", before.getName()));
            }
        }
        return wanted;
    }

    /**
     * It takes no more money. The ledger puts money only where it is open, under a lock on the place that this one excludes: so
     * a fund that was found empty here stays empty until it is closed.
     *
     * @throws Refused when it holds money, saying how much
     */
    @Transactional
    public FundView close(String code) {
        Fund fund = funds.get(code);
        purse.lock(List.of(fund));
        funds.getEntityManager().lock(fund.getPlace(), LockModeType.PESSIMISTIC_WRITE);
        SortedMap<String, Long> left = purse.held(List.of(fund)).get(fund.getId());
        if (!left.isEmpty()) {
            String words = left.entrySet().stream()
                    .map(each -> goods.money(new Money(each.getValue(), each.getKey())))
                    .collect(Collectors.joining(", "));
            throw new Refused("error_fund_holds_money", Map.of("fund", fund.getName(), "left", words));
        }
        fund.close(clock.instant());
        funds.flush();
        history.note(fund.getCode(), "fund_closed", null, null);
        return view(fund, List.of());
    }

    @Transactional
    public FundView reopen(String code) {
        Fund fund = funds.get(code);
        fund.reopen();
        funds.flush();
        history.note(fund.getCode(), "fund_reopened", null, null);
        return view(fund, List.of());
    }

    /** @throws NotFound when the organisation has no such fund */
    @Transactional
    public FundView get(String code) {
        return view(funds.get(code));
    }

    @Transactional
    public FundAccountView account(String code) {
        Fund fund = funds.get(code);
        return new FundAccountView(view(fund), account.earned(fund), account.paid(fund));
    }

    /** Newest first. */
    @Transactional
    public Page<FundView> list(String after, int size) {
        List<Fund> found = funds.newest(Cursor.id(after), size + 1);
        Map<Long, SortedMap<String, Long>> held = purse.held(found);
        return Page.of(found, size, Fund::getId).map(fund -> view(fund, Purse.shown(held.get(fund.getId()))));
    }

    /** Those that take and give money, by name, with what they hold. */
    @Transactional
    public List<FundView> open() {
        List<Fund> open = funds.open();
        Map<Long, SortedMap<String, Long>> held = purse.held(open);
        return open.stream().map(fund -> view(fund, Purse.shown(held.get(fund.getId())))).toList();
    }

    private FundView view(Fund fund) {
        return view(fund, purse.holds(fund));
    }

    private static FundView view(Fund fund, List<AmountView> holds) {
        return new FundView(
                fund.getCode(),
                fund.getName(),
                fund.getPurpose(),
                fund.getProgramme() == null ? null : fund.getProgramme().getCode(),
                fund.getProgramme() == null ? null : fund.getProgramme().getName(),
                fund.isOpen(),
                holds,
                fund.getVersion());
    }
}
