package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.kindtrail.account.Acting;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.dispatch.ConfirmArrival;
import org.kindtrail.dispatch.DeliveryService;
import org.kindtrail.dispatch.DepartDispatch;
import org.kindtrail.dispatch.DispatchService;
import org.kindtrail.dispatch.PrepareDispatch;
import org.kindtrail.drive.DriveKind;
import org.kindtrail.drive.DriveService;
import org.kindtrail.drive.OpenDrive;
import org.kindtrail.fund.FundService;
import org.kindtrail.fund.OpenFund;
import org.kindtrail.fund.PurchaseService;
import org.kindtrail.fund.RecordPurchase;
import org.kindtrail.intake.DonationLine;
import org.kindtrail.intake.DonationService;
import org.kindtrail.intake.DonationView;
import org.kindtrail.intake.ReceiveDonation;
import org.kindtrail.kernel.HouseClock;
import org.kindtrail.need.AllocateStock;
import org.kindtrail.need.AllocationService;
import org.kindtrail.need.NeedService;
import org.kindtrail.need.PostNeed;
import org.kindtrail.place.AddPlace;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.PlaceService;
import org.kindtrail.recipient.DescribeRecipient;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.recipient.RecipientService;
import org.kindtrail.sale.CountTakings;
import org.kindtrail.sale.PassGoodsOn;
import org.kindtrail.sale.PassOnService;
import org.kindtrail.sale.PriceService;
import org.kindtrail.sale.SaleService;
import org.kindtrail.sale.Sell;
import org.kindtrail.sale.SellService;
import org.kindtrail.sale.SetPrices;
import org.kindtrail.sale.SetTerms;
import org.kindtrail.sale.TakingsService;

/**
 * A rummage sale becomes chair-beds: 120 donors bring jumpers, most are sold, the rest is passed on to another charity, and the
 * money buys four chair-beds for a flat that shelters people.
 */
@ApplicationScoped
class StoryTwo {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final int DONORS = 120;
    private static final int OF_A_RECEIPT = 6;

    /** What it made that others refer to. */
    record Told(String drive, String fund, String tracking) {}

    private final Acting acting;
    private final HouseClock time;
    private final Clock clock;
    private final PlaceService places;
    private final DriveService drives;
    private final FundService funds;
    private final SaleService sales;
    private final PriceService prices;
    private final SellService selling;
    private final TakingsService takings;
    private final PassOnService passOns;
    private final PurchaseService purchases;
    private final DonationService donations;
    private final RecipientService recipients;
    private final NeedService needs;
    private final AllocationService allocations;
    private final DispatchService dispatches;
    private final DeliveryService deliveries;

    StoryTwo(
            Acting acting,
            HouseClock time,
            Clock clock,
            PlaceService places,
            DriveService drives,
            FundService funds,
            SaleService sales,
            PriceService prices,
            SellService selling,
            TakingsService takings,
            PassOnService passOns,
            PurchaseService purchases,
            DonationService donations,
            RecipientService recipients,
            NeedService needs,
            AllocationService allocations,
            DispatchService dispatches,
            DeliveryService deliveries) {
        this.acting = acting;
        this.time = time;
        this.clock = clock;
        this.places = places;
        this.drives = drives;
        this.funds = funds;
        this.sales = sales;
        this.prices = prices;
        this.selling = selling;
        this.takings = takings;
        this.passOns = passOns;
        this.purchases = purchases;
        this.donations = donations;
        this.recipients = recipients;
        this.needs = needs;
        this.allocations = allocations;
        this.dispatches = dispatches;
        this.deliveries = deliveries;
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
        private final List<String> lots = new ArrayList<>();
        private String hall;
        private String store;
        private String drive;
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
            on(2, 9, this::theSaleIsOpened);
            on(5, 9, this::donorsBringThings);
            on(6, 11, this::mostIsSold);
            on(6, 18, this::theRestIsPassedOn);
            on(9, 12, this::chairBedsAreBought);
            theyReachAShelter();
            return new Told(drive, fund, tracking);
        }

        private Void theSaleIsOpened() {
            return as(Role.COORDINATOR, () -> {
                store = places.list(true, null, 1).rows().get(0).code();
                hall = places.add(new AddPlace(PlaceKind.SITE, "Village hall", null, null)).code();
                fund = funds.open(new OpenFund("Beds", "Beds and bed linen for people who have none")).code();
                drive = drives.open(new OpenDrive(
                                DriveKind.SALE,
                                "Rummage sale in the village hall",
                                "What is sold here buys beds for a flat that shelters people.",
                                toldMonth.atDay(5),
                                today.plusDays(20),
                                hall))
                        .code();
                sales.set(drive, new SetTerms(fund, "USD", 0));
                prices.set(drive, new SetPrices(List.of(new SetPrices.Price("jumpers-woman", Grade.GOOD, "3.00"))));
                return null;
            });
        }

        private Void donorsBringThings() {
            for (int donor = 0; donor < DONORS; donor++) {
                String name = "Guest " + (donor + 1) + " of the sale";
                DonationView donation = as(
                        Role.VOLUNTEER,
                        () -> donations.receive(new ReceiveDonation(
                                drive, hall, null, name, null, null, null,
                                List.of(new DonationLine("jumpers-woman", "M", null, Grade.GOOD, 8L)), null)));
                lots.add(donation.lots().get(0).code());
                if (donor == 0) {
                    tracking = "/t/" + as(Role.VOLUNTEER, () -> donations.page(donation.code()).trackingCode());
                }
            }
            return null;
        }

        private Void mostIsSold() {
            for (int first = 0; first < DONORS; first += OF_A_RECEIPT) {
                List<Sell.Line> lines = lots.subList(first, first + OF_A_RECEIPT).stream()
                        .map(lot -> new Sell.Line(null, lot, null, null, 6L, null))
                        .toList();
                as(Role.VOLUNTEER, () -> selling.sell(new Sell(drive, lines, null, null, null)));
            }
            return null;
        }

        private Void theRestIsPassedOn() {
            as(Role.VOLUNTEER, () -> takings.count(new CountTakings(drive, "2160.00", null)));
            as(Role.DISTRIBUTOR, () -> passOns.pass(
                    new PassGoodsOn(drive, null, true, null, "Warm Hands, Karaganda", true, null, null)));
            return null;
        }

        private Void chairBedsAreBought() {
            as(Role.COORDINATOR, () -> purchases.record(new RecordPurchase(
                    "Furniture market",
                    "A-1042",
                    "KZT",
                    store,
                    null,
                    null,
                    List.of(new RecordPurchase.Line("chair-bed", null, null, Grade.NEW, 4L, "972000.00")),
                    List.of(new RecordPurchase.Draw(fund, "2160.00", "USD", "972000.00", "450")))));
            return null;
        }

        private void theyReachAShelter() {
            String shelter = as(
                    Role.COORDINATOR,
                    () -> recipients
                            .add(new DescribeRecipient(
                                    "House Quince", RecipientKind.SHELTER, "KZ", "Almaty region", Disclosure.REGION, null, null, null))
                            .code());
            String key = on(12, 9, () -> as(Role.DISTRIBUTOR, () -> {
                String need = needs.post(new PostNeed(
                                shelter,
                                "a two-room flat",
                                null,
                                List.of(new PostNeed.Line("chair-bed", null, null, List.of(), 4L))))
                        .code();
                allocations.allocate(AllocateStock.oldest(need, null, null));
                String dispatch = dispatches.prepare(new PrepareDispatch(need)).code();
                dispatches.load(dispatch);
                dispatches.depart(dispatch, new DepartDispatch("214 KLM 02", null, null));
                return dispatches.show(dispatch).key();
            }));
            on(13, 11, () -> acting.asStranger(() -> deliveries.confirm(
                    deliveries.open(key, "demonstration"),
                    new ConfirmArrival(
                            null, List.of(new ConfirmArrival.Counted(1, 4L, 0L)), null, null, null))));
        }
    }
}
