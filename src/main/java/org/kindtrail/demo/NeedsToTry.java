package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.kindtrail.account.Acting;
import org.kindtrail.account.AddPartner;
import org.kindtrail.account.AddPartnerLink;
import org.kindtrail.account.OrganisationService;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.dispatch.ConfirmArrival;
import org.kindtrail.dispatch.DeliveryService;
import org.kindtrail.dispatch.DepartDispatch;
import org.kindtrail.dispatch.DispatchService;
import org.kindtrail.dispatch.PrepareDispatch;
import org.kindtrail.help.DescribeHelp;
import org.kindtrail.help.HelpService;
import org.kindtrail.help.HelpTexts;
import org.kindtrail.intake.DonationLine;
import org.kindtrail.intake.DonationService;
import org.kindtrail.intake.ReceiveDonation;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.matching.MakePlan;
import org.kindtrail.matching.ProposeService;
import org.kindtrail.need.AllocateStock;
import org.kindtrail.need.AllocationService;
import org.kindtrail.need.NeedService;
import org.kindtrail.need.OpenWishList;
import org.kindtrail.need.PeopleOf;
import org.kindtrail.need.PostNeed;
import org.kindtrail.need.PromiseTermService;
import org.kindtrail.need.SetPromiseTerm;
import org.kindtrail.need.Urgency;
import org.kindtrail.need.WishListService;
import org.kindtrail.portal.PartnerPeopleService;
import org.kindtrail.portal.PortalService;
import org.kindtrail.portal.PostOwnNeed;
import org.kindtrail.programme.CloseProgramme;
import org.kindtrail.programme.OpenProgramme;
import org.kindtrail.programme.ProgrammeService;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.DescribeRecipient;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.recipient.RecipientService;
import org.kindtrail.recipient.SealedDetails;
import org.kindtrail.recipient.Sex;
import org.kindtrail.referral.AcceptReferral;
import org.kindtrail.referral.OfferReferral;
import org.kindtrail.referral.ReferralService;

/**
 * After the fourth story: for each act on needs, plans, programmes, referrals, wish lists and a shelter's own people a thing to try
 * it on, so that every example in the description of the API works.
 */
@ApplicationScoped
class NeedsToTry {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    /**
     * Addresses of pages.
     *
     * @param wishes code of the open wish list
     * @param link by which the shelter's night shift comes in
     * @param help how to get help
     */
    record Laid(String wishes, String link, String help) {}

    private final Acting acting;
    private final Clock clock;
    private final OrganisationService organisations;
    private final ProgrammeService programmes;
    private final DonationService donations;
    private final RecipientService recipients;
    private final NeedService needs;
    private final AllocationService allocations;
    private final PromiseTermService terms;
    private final ProposeService planning;
    private final DispatchService dispatches;
    private final DeliveryService deliveries;
    private final PartnerPeopleService partners;
    private final PortalService portal;
    private final ReferralService referrals;
    private final WishListService wishLists;
    private final HelpService help;

    NeedsToTry(
            Acting acting,
            Clock clock,
            OrganisationService organisations,
            ProgrammeService programmes,
            DonationService donations,
            RecipientService recipients,
            NeedService needs,
            AllocationService allocations,
            PromiseTermService terms,
            ProposeService planning,
            DispatchService dispatches,
            DeliveryService deliveries,
            PartnerPeopleService partners,
            PortalService portal,
            ReferralService referrals,
            WishListService wishLists,
            HelpService help) {
        this.acting = acting;
        this.clock = clock;
        this.organisations = organisations;
        this.programmes = programmes;
        this.donations = donations;
        this.recipients = recipients;
        this.needs = needs;
        this.allocations = allocations;
        this.terms = terms;
        this.planning = planning;
        this.dispatches = dispatches;
        this.deliveries = deliveries;
        this.partners = partners;
        this.portal = portal;
        this.referrals = referrals;
        this.wishLists = wishLists;
        this.help = help;
    }

    Laid lay(DemonstrationHouse.Keys keys, StoryFour.Told told) {
        return new Laying(keys, told).all();
    }

    private final class Laying {
        private static final String REGION = "Almaty region";

        private final DemonstrationHouse.Keys keys;
        private final StoryFour.Told told;
        private final LocalDate today = LocalDate.ofInstant(clock.instant(), ALMATY);
        private final String mine;
        private final String theirs;
        private String tamarisk;

        private Laying(DemonstrationHouse.Keys keys, StoryFour.Told told) {
            this.keys = keys;
            this.told = told;
            this.mine = as(Role.COORDINATOR, () -> organisations.mine().code());
            this.theirs = acting.as(told.centre(), () -> organisations.mine().code());
        }

        private <T> T as(Role role, Supplier<T> work) {
            return acting.as(keys.person(role), work);
        }

        private Laid all() {
            as(Role.COORDINATOR, this::programmesToCloseAndToOpen);
            as(Role.COORDINATOR, this::recipientsOfTheirOwn);
            as(Role.VOLUNTEER, this::goods);
            as(Role.DISTRIBUTOR, this::dispatchesToTheShelter);
            acting.as(told.shelters(), this::needsOfTheShelter);
            as(Role.DISTRIBUTOR, this::promisesThatEnd);
            as(Role.DISTRIBUTOR, this::plansToDecide);
            needsPassedOn();
            needsOffered();
            String wishes = as(Role.COORDINATOR, this::wishLists);
            String link = as(Role.COORDINATOR, this::partners);
            as(Role.COORDINATOR, this::howToGetHelp);
            return new Laid(wishes, "/q/" + link, "/get-help/" + mine);
        }

        private Void programmesToCloseAndToOpen() {
            programmes.open(programme("Back to school", today.minusMonths(2)));
            programmes.close(
                    programmes.open(programme("After the flood", today.minusMonths(20))).code(), new CloseProgramme(true));
            return null;
        }

        private OpenProgramme programme(String name, LocalDate from) {
            return new OpenProgramme(
                    name, "City Fund", null, from, from.plusMonths(12), "KZT", List.of(), List.of(), List.of());
        }

        private Void recipientsOfTheirOwn() {
            tamarisk = recipients.add(new DescribeRecipient(
                            "House Tamarisk", RecipientKind.SHELTER, "KZ", REGION, Disclosure.REGION, null, null,
                            new SealedDetails(
                                    Confidential.of("Tamarisk House of the Example Foundation"),
                                    Confidential.of("5 Example Street, Invented Town"),
                                    null,
                                    null)))
                    .code();
            return null;
        }

        private Void goods() {
            donations.receive(new ReceiveDonation(
                    told.drive(), told.store(), null, "Knitters of the old town", null, null, null,
                    List.of(
                            new DonationLine("thin-socks-woman", null, null, Grade.NEW, 40L),
                            new DonationLine("gloves-woman", null, null, Grade.NEW, 16L),
                            new DonationLine("bath-towels", null, null, Grade.NEW, 20L)),
                    null, null, told.programme()));
            return null;
        }

        private String need(String recipient, String forWhom, Urgency urgency, String item, long quantity) {
            return needs.post(new PostNeed(
                            recipient, forWhom, null, List.of(new PostNeed.Line(item, null, null, List.of(), quantity)), urgency,
                            told.programme(), null, null, null, null))
                    .code();
        }

        /** One that is on the road, and one that arrived and was not thanked for. */
        private Void dispatchesToTheShelter() {
            departed("5 women", 5);
            String arrived = departed("3 women", 3);
            deliveries.confirm(arrived, new ConfirmArrival(true, null, null, null, null));
            return null;
        }

        private String departed(String forWhom, long socks) {
            String need = need(told.recipient(), forWhom, Urgency.NORMAL, "thin-socks-woman", socks);
            allocations.allocate(AllocateStock.oldest(need, null, null));
            String dispatch = dispatches.prepare(new PrepareDispatch(need)).code();
            dispatches.load(dispatch);
            dispatches.depart(dispatch, new DepartDispatch("318 MNB 02", null, null));
            return dispatch;
        }

        private Void needsOfTheShelter() {
            portal.post(asked("6 women", 6));
            portal.post(asked("8 women", 8));
            return null;
        }

        private PostOwnNeed asked(String forWhom, int women) {
            return new PostOwnNeed(
                    forWhom,
                    Urgency.NORMAL,
                    null,
                    List.of(new PostOwnNeed.Line("shampoo", null, null, List.of(), (long) women)),
                    List.of(new PeopleOf(Sex.FEMALE, AgeBand.ADULT, women)));
        }

        private Void promisesThatEnd() {
            as(Role.COORDINATOR, () -> terms.set(new SetPromiseTerm(terms.get().version(), 14)));
            allocations.allocate(
                    AllocateStock.oldest(need(told.recipient(), "2 women", Urgency.NORMAL, "bath-towels", 2), null, null));
            return null;
        }

        /** More is asked for than there is: plans to change, to confirm and to drop, and one over everything. */
        private Void plansToDecide() {
            String critical = need(told.recipient(), "7 women", Urgency.CRITICAL, "gloves-woman", 7);
            String urgent = need(tamarisk, "9 women", Urgency.URGENT, "gloves-woman", 9);
            String normal = need(tamarisk, "12 women", Urgency.NORMAL, "gloves-woman", 12);
            String socks = need(tamarisk, "10 women", Urgency.NORMAL, "thin-socks-woman", 10);
            String towels = need(tamarisk, "4 women", Urgency.NORMAL, "bath-towels", 4);
            planning.propose(new MakePlan(List.of(socks), null, null, null));
            planning.propose(new MakePlan(List.of(towels), null, null, null));
            planning.propose(new MakePlan(List.of(critical, urgent, normal), null, null, null));
            planning.propose(new MakePlan(null, told.programme(), null, null));
            planning.propose(new MakePlan(null, null, null, null));
            return null;
        }

        /** By this house: one to withdraw, one that waits, one that is taken on. */
        private void needsPassedOn() {
            for (String forWhom : List.of("3 families", "5 families")) {
                offered(keys.person(Role.DISTRIBUTOR), tamarisk, forWhom, theirs);
            }
            String taken = offered(keys.person(Role.DISTRIBUTOR), tamarisk, "2 families", theirs);
            acting.as(told.centre(), () -> referrals.accept(taken, new AcceptReferral(null, "Families of Warm Hands")));
            as(Role.DISTRIBUTOR, () -> need(tamarisk, "6 families", Urgency.NORMAL, "water-containers-10-20l", 6));
        }

        /** To this house: one to take on, one to decline, one to give back. */
        private void needsOffered() {
            String guests = acting.as(told.centre(), () -> recipients.add(new DescribeRecipient(
                            "Guests of the spring", RecipientKind.SHELTER, "KZ", REGION, Disclosure.REGION, null, null, null))
                    .code());
            for (String forWhom : List.of("8 women", "9 women", "4 women")) {
                offered(told.centre(), guests, forWhom, mine);
            }
            String taken = offered(told.centre(), guests, "10 women", mine);
            as(Role.DISTRIBUTOR, () -> referrals.accept(taken, new AcceptReferral(null, "Guests of the spring")));
        }

        private String offered(Long by, String recipient, String forWhom, String to) {
            return acting.as(by, () -> {
                String need = needs.post(new PostNeed(
                                recipient,
                                forWhom,
                                today.plusDays(10),
                                List.of(new PostNeed.Line("toothpaste", null, null, List.of(), 20L))))
                        .code();
                return referrals.offer(new OfferReferral(need, to, "They arrive on Friday and have nothing.")).code();
            });
        }

        /** @return the one that is open */
        private String wishLists() {
            needs.post(new PostNeed(
                    told.recipient(),
                    "6 women and 5 children",
                    today.plusDays(14),
                    List.of(
                            new PostNeed.Line("warm-jumpers-woman", null, null, List.of("XL"), 6L),
                            new PostNeed.Line("winter-boots-child", null, null, List.of("30", "31", "32"), 5L),
                            new PostNeed.Line("laundry-soap", null, null, List.of(), 30L)),
                    Urgency.URGENT,
                    null,
                    told.drive(),
                    List.of(new PeopleOf(Sex.FEMALE, AgeBand.ADULT, 6), new PeopleOf(Sex.UNKNOWN, AgeBand.CHILD, 5)),
                    today.plusDays(5),
                    true));
            String open = wishLists.open(new OpenWishList(
                            "For a warm winter", "Bring it to the programme store on a Saturday.", told.drive(), null))
                    .code();
            wishLists.open(new OpenWishList("Soap and boots", null, null, null));
            wishLists.close(wishLists.open(new OpenWishList("For the spring", null, null, null)).code());
            return open;
        }

        /** One who may come in no more when that is tried, and a link. @return its key */
        private String partners() {
            partners.admit(
                    told.recipient(), new AddPartner("night.shift", "Night shift of the house", DemonstrationHouse.password()));
            return partners.link(told.recipient(), new AddPartnerLink("Telephone of the night shift", 90L)).key();
        }

        private Void howToGetHelp() {
            help.describe(new DescribeHelp(
                    help.own().version(),
                    true,
                    List.of("+7 700 000 00 00", "+7 700 000 00 01"),
                    "+7 700 000 00 00",
                    "warm_hands_example",
                    "help@example.org",
                    "9:00-21:00",
                    new HelpTexts(
                            "You can call us, whatever happened. We give clothes, bedding and soap. We do not ask for papers.",
                            "Звоните нам, что бы ни случилось. Мы помогаем одеждой, постелью и мылом. Документы не нужны.",
                            "Не болса да, бізге хабарласыңыз. Киім, төсек-орын, сабын береміз. Құжат сұрамаймыз.",
                            "Эмне болсо да, бизге чалыңыз. Кийим, төшөк, самын беребиз. Документ сурабайбыз.")));
            return null;
        }
    }
}
