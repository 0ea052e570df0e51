package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.kindtrail.account.Acting;
import org.kindtrail.account.AddPartner;
import org.kindtrail.account.OrganisationService;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.dispatch.ConfirmArrival;
import org.kindtrail.dispatch.DeliveryService;
import org.kindtrail.dispatch.DepartDispatch;
import org.kindtrail.dispatch.DispatchService;
import org.kindtrail.dispatch.PrepareDispatch;
import org.kindtrail.dispatch.SayThanks;
import org.kindtrail.dispatch.Thanks;
import org.kindtrail.dispatch.ThanksService;
import org.kindtrail.drive.DriveKind;
import org.kindtrail.drive.DriveService;
import org.kindtrail.drive.OpenDrive;
import org.kindtrail.fund.FundService;
import org.kindtrail.fund.GiftService;
import org.kindtrail.fund.OpenFund;
import org.kindtrail.fund.PayOutService;
import org.kindtrail.fund.PurchaseService;
import org.kindtrail.fund.RecordGift;
import org.kindtrail.fund.RecordPayOut;
import org.kindtrail.fund.RecordPurchase;
import org.kindtrail.kernel.HouseClock;
import org.kindtrail.matching.ConfirmPlan;
import org.kindtrail.matching.MakePlan;
import org.kindtrail.matching.PlanService;
import org.kindtrail.matching.PlanView;
import org.kindtrail.matching.ProposeService;
import org.kindtrail.need.ChangeNeed;
import org.kindtrail.need.NeedChangeService;
import org.kindtrail.need.NeedService;
import org.kindtrail.need.NeedView;
import org.kindtrail.need.PeopleOf;
import org.kindtrail.need.PostNeed;
import org.kindtrail.need.ProposalService;
import org.kindtrail.need.ProposalView;
import org.kindtrail.need.ProposeNeed;
import org.kindtrail.need.Urgency;
import org.kindtrail.place.AddPlace;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.PlaceService;
import org.kindtrail.portal.PartnerPeopleService;
import org.kindtrail.portal.PortalService;
import org.kindtrail.portal.PostOwnNeed;
import org.kindtrail.programme.OpenProgramme;
import org.kindtrail.programme.PartnerRole;
import org.kindtrail.programme.ProgrammeService;
import org.kindtrail.programme.TargetKind;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.DescribeHousehold;
import org.kindtrail.recipient.DescribeRecipient;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.HouseholdService;
import org.kindtrail.recipient.HouseholdView;
import org.kindtrail.recipient.MemberOf;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.recipient.RecipientService;
import org.kindtrail.recipient.Sex;
import org.kindtrail.referral.AcceptReferral;
import org.kindtrail.referral.OfferReferral;
import org.kindtrail.referral.ReferralService;
import org.kindtrail.report.IssueReport;
import org.kindtrail.report.ReportService;
import org.kindtrail.setup.FoundOrganisation;
import org.kindtrail.setup.Founding;

/**
 * Care for One - Care for All: a programme of two years, its money, its goods and the people whom it helps; needs come from a
 * shelter's own person, from a family and from a second organisation, and the funder reads a report of each half-year.
 */
@ApplicationScoped
class StoryFour {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    /**
     * What it made that others refer to.
     *
     * @param shelters the shelter's own person
     * @param centre who works in the organisation that refers needs
     */
    record Told(
            String programme,
            String drive,
            String store,
            String recipient,
            Long shelters,
            Long centre,
            String report,
            SignIn beside,
            SignIn shelter) {
        /** How somebody comes in. @param of of which house */
        record SignIn(String of, String name, String password) {}
    }

    private final Acting acting;
    private final HouseClock time;
    private final Clock clock;
    private final EntityManager database;
    private final Founding founding;
    private final OrganisationService organisations;
    private final PlaceService places;
    private final DriveService drives;
    private final ProgrammeService programmes;
    private final FundService funds;
    private final GiftService gifts;
    private final PurchaseService purchases;
    private final PayOutService payOuts;
    private final RecipientService recipients;
    private final HouseholdService households;
    private final ProposalService proposals;
    private final NeedService needs;
    private final ProposeService planning;
    private final PlanService plans;
    private final DispatchService dispatches;
    private final PartnerPeopleService partners;
    private final PortalService portal;
    private final ThanksService thanks;
    private final ReferralService referrals;
    private final ReportService reports;
    private final NeedChangeService changes;
    private final DeliveryService deliveries;

    StoryFour(
            Acting acting,
            HouseClock time,
            Clock clock,
            EntityManager database,
            Founding founding,
            OrganisationService organisations,
            PlaceService places,
            DriveService drives,
            ProgrammeService programmes,
            FundService funds,
            GiftService gifts,
            PurchaseService purchases,
            PayOutService payOuts,
            RecipientService recipients,
            HouseholdService households,
            ProposalService proposals,
            NeedService needs,
            ProposeService planning,
            PlanService plans,
            DispatchService dispatches,
            PartnerPeopleService partners,
            PortalService portal,
            ThanksService thanks,
            ReferralService referrals,
            ReportService reports,
            NeedChangeService changes,
            DeliveryService deliveries) {
        this.acting = acting;
        this.time = time;
        this.clock = clock;
        this.database = database;
        this.founding = founding;
        this.organisations = organisations;
        this.places = places;
        this.drives = drives;
        this.programmes = programmes;
        this.funds = funds;
        this.gifts = gifts;
        this.purchases = purchases;
        this.payOuts = payOuts;
        this.recipients = recipients;
        this.households = households;
        this.proposals = proposals;
        this.needs = needs;
        this.planning = planning;
        this.plans = plans;
        this.dispatches = dispatches;
        this.partners = partners;
        this.portal = portal;
        this.thanks = thanks;
        this.referrals = referrals;
        this.reports = reports;
        this.changes = changes;
        this.deliveries = deliveries;
    }

    Told tell(DemonstrationHouse.Keys keys) {
        return new Telling(keys).all();
    }

    /** One telling, with what it has made so far. */
    private final class Telling {
        private static final String REGION = "Almaty region";
        /** What of a proposal the programme has by then. */
        private static final Set<String> BOUGHT = Set.of("blankets", "soap-bar-100g");

        private static final String CENTRE = "Crisis Centre Dawn";
        private static final String CENTRES_SIGN_IN = "dawn";
        private static final String SHELTERS_SIGN_IN = "shelter";

        private final DemonstrationHouse.Keys keys;
        private final LocalDate today = LocalDate.ofInstant(clock.instant(), ALMATY);
        /** The last month of which everything may be told by now. */
        private final YearMonth told = YearMonth.from(today.minusDays(7)).minusMonths(1);
        private final YearMonth first = told.minusMonths(11);
        private final String centresPassword = DemonstrationHouse.password();
        private final String sheltersPassword = DemonstrationHouse.password();
        private Long centre;
        private Long shelters;
        private String store;
        private String drive;
        private String programme;
        private String fund;
        private String linden;
        private String hazel;
        private String family;

        private Telling(DemonstrationHouse.Keys keys) {
            this.keys = keys;
        }

        private <T> T as(Role role, Supplier<T> work) {
            return acting.as(keys.person(role), work);
        }

        private <T> T on(LocalDate day, int hour, Supplier<T> work) {
            return time.at(day.atTime(hour, 0).atZone(ALMATY).toInstant(), work);
        }

        private Told all() {
            on(first.atDay(1), 9, this::theProgrammeIsOpened);
            on(first.atDay(3), 10, this::moneyComesAndBuysWarmThings);
            on(first.atDay(5), 10, this::whomItServes);
            on(first.plusMonths(2).atDay(6), 9, () -> women(hazel, "14 women and girls", 8, 6));
            on(first.plusMonths(4).atDay(12), 9, () -> women(linden, "12 women and girls", 7, 5));
            on(first.plusMonths(6).atDay(2), 10, this::theShelterComesIn);
            on(first.plusMonths(7).atDay(9), 9, this::theShelterAsksAndThanks);
            on(first.plusMonths(8).atDay(4), 9, this::theFamilyGetsWhatIsProposed);
            on(first.plusMonths(9).atDay(7), 9, this::theCentreRefersANeed);
            on(first.plusMonths(10).atDay(3), 9, () -> women(hazel, "11 women and girls", 6, 5));
            String report = as(Role.COORDINATOR, this::theFunderIsTold);
            return new Told(
                    programme,
                    drive,
                    store,
                    linden,
                    shelters,
                    centre,
                    report,
                    new Told.SignIn(CENTRE, CENTRES_SIGN_IN, centresPassword),
                    new Told.SignIn("House Linden", SHELTERS_SIGN_IN, sheltersPassword));
        }

        private Void theProgrammeIsOpened() {
            centre = founding.demonstrateBeside(new FoundOrganisation(
                    CENTRE, "KZ", "Asia/Almaty", "Office", "Dina, coordinator", CENTRES_SIGN_IN, centresPassword));
            String centresCode = acting.as(centre, () -> organisations.mine().code());
            return as(Role.COORDINATOR, () -> {
                store = places.add(new AddPlace(PlaceKind.SITE, "Programme store", null, null)).code();
                drive = drives.open(new OpenDrive(
                                DriveKind.COLLECTION,
                                "Care for One: a warm winter",
                                "Warm clothes, bedding and soap for people who begin again.",
                                first.atDay(1),
                                today.plusDays(30),
                                store))
                        .code();
                programme = programmes.open(new OpenProgramme(
                                "Care for One - Care for All",
                                "Winter Relief Fund",
                                "Direct assistance for survivors: clothes, bedding, hygiene items.",
                                first.atDay(1),
                                first.plusMonths(23).atEndOfMonth(),
                                "KZT",
                                List.of(
                                        new OpenProgramme.Partner(CENTRE, PartnerRole.IMPLEMENTER, centresCode),
                                        new OpenProgramme.Partner("Ministry of Social Protection", PartnerRole.PARTNER, null)),
                                List.of(
                                        new OpenProgramme.Line(null, "Warm clothes", "3000000.00"),
                                        new OpenProgramme.Line(null, "Bedding and hygiene", "1500000.00")),
                                List.of(
                                        new OpenProgramme.Target(TargetKind.PEOPLE_HELPED, null, 200L, null),
                                        new OpenProgramme.Target(TargetKind.ITEMS_DISTRIBUTED, "tops", 150L, null))))
                        .code();
                fund = funds.open(new OpenFund("Care for One", "What the programme buys", programme)).code();
                return null;
            });
        }

        private Void moneyComesAndBuysWarmThings() {
            return as(Role.COORDINATOR, () -> {
                gifts.record(fund, new RecordGift(drive, null, "Winter Relief Fund", "2500000.00", "KZT", null, null));
                buy(1L, bought("warm-jumpers-woman", "M", 50, "400000.00"), bought("warm-jumpers-woman", "L", 20, "160000.00"),
                        bought("thick-socks-woman", null, 100, "100000.00"));
                buy(2L, bought("bed-linen-sets", null, 40, "320000.00"), bought("blankets", null, 30, "240000.00"),
                        bought("soap-bar-100g", null, 200, "60000.00"));
                payOuts.record(new RecordPayOut(
                        fund, "24000.00", "KZT", null, "Bus company", "Bringing it to the store", null, null, programme, 1L));
                return null;
            });
        }

        private void buy(Long budgetLine, RecordPurchase.Line... lines) {
            purchases.record(new RecordPurchase(
                    "Wholesale market", null, "KZT", store, null, null, List.of(lines),
                    List.of(new RecordPurchase.Draw(fund, null, null, null, null)), programme, budgetLine));
        }

        private RecordPurchase.Line bought(String item, String size, long quantity, String price) {
            return new RecordPurchase.Line(item, size, null, Grade.NEW, quantity, price);
        }

        /** Three shelters of whom the same is told in public, and a family. */
        private Void whomItServes() {
            return as(Role.COORDINATOR, () -> {
                linden = recipients.add(shelter("House Linden")).code();
                hazel = recipients.add(shelter("House Hazel")).code();
                recipients.add(shelter("House Rosewood"));
                family = recipients.add(new DescribeRecipient(
                                "Family Willow", RecipientKind.HOUSEHOLD, "KZ", REGION, Disclosure.DESCRIBED, null,
                                "a family displaced by floods", null))
                        .code();
                return null;
            });
        }

        private DescribeRecipient shelter(String alias) {
            return new DescribeRecipient(alias, RecipientKind.SHELTER, "KZ", REGION, Disclosure.REGION, null, null, null);
        }

        private Void women(String recipient, String forWhom, int women, int girls) {
            return as(Role.DISTRIBUTOR, () -> {
                int all = women + girls;
                PostNeed asked = new PostNeed(
                        recipient,
                        forWhom,
                        null,
                        List.of(
                                new PostNeed.Line("warm-jumpers-woman", null, null, List.of("M", "L"), (long) all),
                                new PostNeed.Line("thick-socks-woman", null, null, List.of(), (long) all)),
                        Urgency.URGENT,
                        programme,
                        null,
                        people(women, girls),
                        null,
                        null);
                arrive(planned(needs.post(asked).code()));
                return null;
            });
        }

        private List<PeopleOf> people(int women, int girls) {
            return List.of(
                    new PeopleOf(Sex.FEMALE, AgeBand.ADULT, women), new PeopleOf(Sex.FEMALE, AgeBand.ADOLESCENT, girls));
        }

        /** A plan for one need, confirmed as it is proposed, and what comes of it on the road. */
        private String planned(String need) {
            PlanView plan = planning.propose(new MakePlan(List.of(need), null, null, null));
            plans.confirm(plan.code(), new ConfirmPlan((long) plan.version(), null));
            String dispatch = dispatches.prepare(new PrepareDispatch(need)).code();
            dispatches.load(dispatch);
            dispatches.depart(dispatch, new DepartDispatch("318 MNB 02", null, null));
            return dispatch;
        }

        private void arrive(String dispatch) {
            deliveries.confirm(dispatch, new ConfirmArrival(true, null, null, null, null));
        }

        private Void theShelterComesIn() {
            as(Role.COORDINATOR, () -> {
                partners.admit(linden, new AddPartner(SHELTERS_SIGN_IN, "Head of the house", sheltersPassword));
                return null;
            });
            shelters = database.createQuery("select p.id from Person p where p.name = :name", Long.class)
                    .setParameter("name", SHELTERS_SIGN_IN)
                    .getSingleResult();
            return null;
        }

        /** The shelter's own person asks, the house sends, and the same person counts and thanks. */
        private Void theShelterAsksAndThanks() {
            String need = acting.as(shelters, () -> portal.post(new PostOwnNeed(
                            "11 women and girls",
                            Urgency.CRITICAL,
                            null,
                            List.of(new PostOwnNeed.Line("bed-linen-sets", null, null, List.of(), 11L)),
                            people(6, 5)))
                    .code());
            String dispatch = as(Role.DISTRIBUTOR, () -> {
                NeedView now = needs.get(need);
                changes.change(need, charged(now));
                return planned(need);
            });
            acting.as(shelters, () -> portal.confirm(
                    dispatch, new ConfirmArrival(null, List.of(new ConfirmArrival.Counted(1, 11L, 0L)), null, null, null)));
            acting.as(shelters, () -> portal.thank(dispatch, new SayThanks("Clean beds for everybody. Thank you.")));
            return as(Role.COORDINATOR, () -> {
                thanks.list(Thanks.State.WAITING, null, 100).rows().stream()
                        .filter(each -> each.words().startsWith("Clean beds"))
                        .forEach(each -> thanks.approve(each.code()));
                return null;
            });
        }

        private Void theFamilyGetsWhatIsProposed() {
            return as(Role.DISTRIBUTOR, () -> {
                HouseholdView before = households.get(family);
                households.describe(
                        family,
                        new DescribeHousehold(
                                before.version(),
                                List.of(
                                        new MemberOf(41, null, Sex.FEMALE, "M", "38"),
                                        new MemberOf(44, null, Sex.MALE, "L", "43"),
                                        new MemberOf(15, null, Sex.FEMALE, "S", "37"),
                                        new MemberOf(9, null, Sex.MALE, "8-9", "33"),
                                        new MemberOf(66, null, Sex.FEMALE, "L", "39"))));
                ProposalView proposal = proposals.propose(new ProposeNeed(family, null, null, null));
                PostNeed asked = new PostNeed(
                        family,
                        "a household of 5",
                        null,
                        proposal.lines().stream()
                                .filter(line -> BOUGHT.contains(line.item()))
                                .map(line -> new PostNeed.Line(
                                        line.item(), line.category(), line.fits(), line.sizes(), line.quantity(), line.substitutes()))
                                .toList(),
                        Urgency.URGENT,
                        programme,
                        null,
                        proposal.people(),
                        null,
                        null);
                arrive(planned(needs.post(asked).code()));
                return null;
            });
        }

        /** The crisis centre has nobody to drive; this house takes the need on. */
        private Void theCentreRefersANeed() {
            String mine = as(Role.COORDINATOR, () -> organisations.mine().code());
            String referral = acting.as(centre, () -> {
                String theirs = recipients.add(shelter("Guests of the centre")).code();
                String need = needs.post(new PostNeed(
                                theirs,
                                "7 women",
                                null,
                                List.of(new PostNeed.Line("bed-linen-sets", null, null, List.of(), 7L)),
                                Urgency.URGENT,
                                null,
                                null,
                                List.of(new PeopleOf(Sex.FEMALE, AgeBand.ADULT, 7)),
                                null,
                                null))
                        .code();
                return referrals.offer(new OfferReferral(need, mine, "They arrive on Friday.")).code();
            });
            return as(Role.DISTRIBUTOR, () -> {
                String need = referrals.accept(referral, new AcceptReferral(null, "Guests of Dawn")).need();
                changes.change(need, charged(needs.get(need)));
                arrive(planned(need));
                return null;
            });
        }

        /** A report of each half-year, and the second one of the first. */
        private String theFunderIsTold() {
            String firstHalf = reports.issue(half("Care for One, first half-year", first, null)).code();
            reports.issue(half("Care for One, first half-year, corrected", first, firstHalf));
            return reports.issue(half("Care for One, second half-year", first.plusMonths(6), null)).code();
        }

        /** The need as it is told, and who pays for it. */
        private ChangeNeed charged(NeedView now) {
            return new ChangeNeed(
                    now.version(), now.forWhom(), now.wantedBy(), now.urgency(), programme, null, now.people(), now.expiresOn(), null,
                    null, null);
        }

        private IssueReport half(String title, YearMonth from, String corrects) {
            return new IssueReport(
                    title, from.atDay(1), from.plusMonths(5).atEndOfMonth(), programme, null, null, null, corrects);
        }
    }
}
