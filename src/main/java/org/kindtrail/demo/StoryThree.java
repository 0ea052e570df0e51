package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.kindtrail.account.Acting;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.drive.DriveKind;
import org.kindtrail.drive.DriveService;
import org.kindtrail.drive.OpenDrive;
import org.kindtrail.fund.FundService;
import org.kindtrail.fund.GiftService;
import org.kindtrail.fund.OpenFund;
import org.kindtrail.fund.PayOutService;
import org.kindtrail.fund.RecordGift;
import org.kindtrail.fund.RecordPayOut;
import org.kindtrail.intake.DonationLine;
import org.kindtrail.intake.DonationService;
import org.kindtrail.intake.DonationView;
import org.kindtrail.intake.ReceiveDonation;
import org.kindtrail.kernel.HouseClock;
import org.kindtrail.place.AddPlace;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.PlaceService;
import org.kindtrail.recipient.DescribeRecipient;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.recipient.RecipientService;
import org.kindtrail.sale.PriceService;
import org.kindtrail.sale.SaleService;
import org.kindtrail.sale.Sell;
import org.kindtrail.sale.SellService;
import org.kindtrail.sale.SetPrices;
import org.kindtrail.sale.SetTerms;
import org.kindtrail.workshop.Assembly;
import org.kindtrail.workshop.DescribeKit;
import org.kindtrail.workshop.KitService;
import org.kindtrail.workshop.MadeLine;
import org.kindtrail.workshop.PackKits;

import org.kindtrail.workshop.RecordStep;
import org.kindtrail.workshop.Steps;

/**
 * Card-Again: 6,000 used cards come in, most of them as one lot from many givers; weekends turn forty at a time into new ones;
 * what is sold goes to a shelter in another country. The workshop and the sale are still on. Beside it, hygiene kits are packed.
 */
@ApplicationScoped
class StoryThree {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final int STEPS = 60;
    private static final int RECEIPTS = 12;

    /** What it made that others refer to. */
    record Told(String workshop, String sale, String fund, String tracking) {}

    private final Acting acting;
    private final HouseClock time;
    private final Clock clock;
    private final PlaceService places;
    private final DriveService drives;
    private final FundService funds;
    private final GiftService gifts;
    private final PayOutService payOuts;
    private final SaleService sales;
    private final PriceService prices;
    private final SellService selling;
    private final Steps steps;
    private final KitService kits;
    private final Assembly assembly;
    private final DonationService donations;
    private final RecipientService recipients;

    StoryThree(
            Acting acting,
            HouseClock time,
            Clock clock,
            PlaceService places,
            DriveService drives,
            FundService funds,
            GiftService gifts,
            PayOutService payOuts,
            SaleService sales,
            PriceService prices,
            SellService selling,
            Steps steps,
            KitService kits,
            Assembly assembly,
            DonationService donations,
            RecipientService recipients) {
        this.acting = acting;
        this.time = time;
        this.clock = clock;
        this.places = places;
        this.drives = drives;
        this.funds = funds;
        this.gifts = gifts;
        this.payOuts = payOuts;
        this.sales = sales;
        this.prices = prices;
        this.selling = selling;
        this.steps = steps;
        this.kits = kits;
        this.assembly = assembly;
        this.donations = donations;
        this.recipients = recipients;
    }

    Told tell(DemonstrationHouse.Keys keys) {
        return new Telling(keys).all();
    }

    /** One telling, with what it has made so far. */
    private final class Telling {
        private final DemonstrationHouse.Keys keys;
        private final LocalDate today = LocalDate.ofInstant(clock.instant(), ALMATY);
        /** The last month of which everything may be told by now. */
        private final YearMonth toldMonth = YearMonth.from(today.minusDays(7)).minusMonths(1);
        private String room;
        private String workshop;
        private String sale;
        private String fund;
        private String tracking;

        private Telling(DemonstrationHouse.Keys keys) {
            this.keys = keys;
        }

        private <T> T as(Role role, Supplier<T> work) {
            return acting.as(keys.person(role), work);
        }

        private <T> T on(int day, int hour, Supplier<T> work) {
            return time.at(toldMonth.atDay(day).atTime(hour, 0).atZone(ALMATY).toInstant(), work);
        }

        private Told all() {
            on(2, 10, this::cardsComeIn);
            on(7, 10, this::aWeekendOfWork);
            on(14, 10, this::someAreSold);
            on(16, 15, this::itGoesToAShelter);
            kitsArePacked();
            return new Told(workshop, sale, fund, tracking);
        }

        private String drive(DriveKind kind, String title, String about) {
            return drives.open(new OpenDrive(kind, title, about, toldMonth.atDay(1), today.plusDays(30), room)).code();
        }

        private Void cardsComeIn() {
            as(Role.COORDINATOR, () -> {
                room = places.add(new AddPlace(PlaceKind.SITE, "Workroom", null, null)).code();
                workshop = drive(DriveKind.WORKSHOP, "Card-Again", "Used greeting cards become new ones; what they earn goes to shelters.");
                return null;
            });
            tracking = "/t/" + as(Role.VOLUNTEER, () -> donations.page(cards("Choir of the card table", 200)).trackingCode());
            as(Role.VOLUNTEER, () -> cards("Post office staff", 200));
            as(Role.VOLUNTEER, () -> cards(null, 5600));
            return null;
        }

        /** @return the donation's code */
        private String cards(String giver, long count) {
            DonationView donation = donations.receive(new ReceiveDonation(
                    workshop, room, null, giver, null, null, null,
                    List.of(new DonationLine("used-greeting-cards", null, null, Grade.WORN, count)), null));
            return donation.code();
        }

        private Void aWeekendOfWork() {
            for (int step = 0; step < STEPS; step++) {
                RecordStep forty = new RecordStep(
                        workshop,
                        List.of(new RecordStep.Input("used-greeting-cards", null, null, null, 40L)),
                        List.of(
                                new MadeLine("refurbished-greeting-cards", null, null, Grade.NEW, 31L, null),
                                new MadeLine("used-greeting-cards", null, null, Grade.UNFIT, 9L, null)),
                        null,
                        null);
                as(Role.VOLUNTEER, () -> steps.record(forty));
            }
            return null;
        }

        private Void someAreSold() {
            as(Role.COORDINATOR, () -> {
                fund = funds.open(new OpenFund("Cards", "Shelters in Minnesota")).code();
                sale = drive(DriveKind.SALE, "Christmas cards", "Cards that were refurbished by hand.");
                sales.set(sale, new SetTerms(fund, "USD", 0));
                prices.set(sale, new SetPrices(
                        List.of(new SetPrices.Price("refurbished-greeting-cards", Grade.NEW, "1.25"))));
                return null;
            });
            for (int receipt = 0; receipt < RECEIPTS; receipt++) {
                as(Role.VOLUNTEER, () -> selling.sell(new Sell(
                        sale,
                        List.of(new Sell.Line("refurbished-greeting-cards", null, null, null, 100L, null)),
                        null,
                        null,
                        null)));
            }
            return null;
        }

        private Void itGoesToAShelter() {
            as(Role.COORDINATOR, () -> {
                gifts.record(fund, new RecordGift(sale, null, "Anna from the choir", "50.00", "USD", null, null));
                String shelter = recipients
                        .add(new DescribeRecipient(
                                "House Birch", RecipientKind.SHELTER, "US", "Minnesota", Disclosure.REGION, null, null, null))
                        .code();
                return payOuts.record(new RecordPayOut(
                        fund, "1500.00", "USD", shelter, null, "What the house needs most", null, null));
            });
            return null;
        }

        private void kitsArePacked() {
            as(Role.VOLUNTEER, () -> donations.receive(new ReceiveDonation(
                    workshop, room, null, "Pharmacy on the corner", null, null, null,
                    List.of(
                            new DonationLine("soap", null, null, Grade.NEW, 30L),
                            new DonationLine("towels", null, null, Grade.NEW, 20L),
                            new DonationLine("toothbrushes", null, null, Grade.NEW, 20L)),
                    null)));
            String kit = as(Role.COORDINATOR, () -> kits.define(new DescribeKit(
                            "hygiene-kit", null, List.of(part(1, "soap"), part(1, "towels"), part(1, "toothbrushes")))))
                    .code();
            as(Role.VOLUNTEER, () -> assembly.pack(new PackKits(kit, room, null, 8L, null, null)));
        }

        private DescribeKit.Part part(long quantity, String item) {
            return new DescribeKit.Part(quantity, List.of(new DescribeKit.Choice(item, null)));
        }
    }
}
