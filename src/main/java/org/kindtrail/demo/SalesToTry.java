package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.kindtrail.account.Acting;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.drive.DriveKind;
import org.kindtrail.drive.DriveService;
import org.kindtrail.drive.OpenDrive;
import org.kindtrail.fund.ExchangeService;
import org.kindtrail.fund.FundService;
import org.kindtrail.fund.GiftService;
import org.kindtrail.fund.OpenFund;
import org.kindtrail.fund.PayOutService;
import org.kindtrail.fund.PurchaseService;
import org.kindtrail.fund.RecordExchange;
import org.kindtrail.fund.RecordGift;
import org.kindtrail.fund.RecordPayOut;
import org.kindtrail.fund.RecordPurchase;
import org.kindtrail.fund.RecordRefund;
import org.kindtrail.fund.RecordTransfer;
import org.kindtrail.fund.RefundService;
import org.kindtrail.fund.TransferService;
import org.kindtrail.intake.DonationLine;
import org.kindtrail.intake.DonationService;
import org.kindtrail.intake.ReceiveDonation;
import org.kindtrail.place.AddPlace;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.PlaceService;
import org.kindtrail.sale.CountTakings;
import org.kindtrail.sale.PassGoodsOn;
import org.kindtrail.sale.PassOnService;
import org.kindtrail.sale.SaleService;
import org.kindtrail.sale.Sell;
import org.kindtrail.sale.SellService;
import org.kindtrail.sale.SetTerms;
import org.kindtrail.sale.StockLine;
import org.kindtrail.sale.TakingsService;
import org.kindtrail.workshop.Assembly;
import org.kindtrail.workshop.DescribeKit;
import org.kindtrail.workshop.KitService;
import org.kindtrail.workshop.PackKits;

/**
 * After the stories of sales and workshops: a sale of its own in tenge, with a document of each kind to take back, funds to
 * close and to open again, and kits to retire and to take apart. What is added goes to the end, and earlier codes stay.
 */
@ApplicationScoped
class SalesToTry {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    private final Acting acting;
    private final Clock clock;
    private final PlaceService places;
    private final DriveService drives;
    private final DonationService donations;
    private final FundService funds;
    private final GiftService gifts;
    private final PurchaseService purchases;
    private final RefundService refunds;
    private final PayOutService payOuts;
    private final TransferService transfers;
    private final ExchangeService exchanges;
    private final SaleService sales;
    private final SellService selling;
    private final TakingsService takings;
    private final PassOnService passOns;
    private final KitService kits;
    private final Assembly assembly;

    SalesToTry(
            Acting acting,
            Clock clock,
            PlaceService places,
            DriveService drives,
            DonationService donations,
            FundService funds,
            GiftService gifts,
            PurchaseService purchases,
            RefundService refunds,
            PayOutService payOuts,
            TransferService transfers,
            ExchangeService exchanges,
            SaleService sales,
            SellService selling,
            TakingsService takings,
            PassOnService passOns,
            KitService kits,
            Assembly assembly) {
        this.acting = acting;
        this.clock = clock;
        this.places = places;
        this.drives = drives;
        this.donations = donations;
        this.funds = funds;
        this.gifts = gifts;
        this.purchases = purchases;
        this.refunds = refunds;
        this.payOuts = payOuts;
        this.transfers = transfers;
        this.exchanges = exchanges;
        this.sales = sales;
        this.selling = selling;
        this.takings = takings;
        this.passOns = passOns;
        this.kits = kits;
        this.assembly = assembly;
    }

    void lay(DemonstrationHouse.Keys keys) {
        new Laying(keys).all();
    }

    private final class Laying {
        private final DemonstrationHouse.Keys keys;
        private String yard;
        private String drive;
        private String fund;
        private String other;

        private Laying(DemonstrationHouse.Keys keys) {
            this.keys = keys;
        }

        private <T> T as(Role role, Supplier<T> work) {
            return acting.as(keys.person(role), work);
        }

        private void all() {
            as(Role.COORDINATOR, this::aTableAndItsFund);
            as(Role.VOLUNTEER, this::thingsOnTheTable);
            as(Role.VOLUNTEER, this::receipts);
            as(Role.COORDINATOR, this::moneyThatMoved);
            as(Role.COORDINATOR, this::fundsToCloseAndToOpen);
            as(Role.COORDINATOR, this::kits);
        }

        private Void aTableAndItsFund() {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ALMATY);
            yard = places.add(new AddPlace(PlaceKind.SITE, "Yard", null, null)).code();
            drive = drives.open(new OpenDrive(
                            DriveKind.SALE, "Jumble sale in the yard", null, today.minusDays(2), today.plusDays(20), yard))
                    .code();
            fund = funds.open(new OpenFund("Winter", "Warm things for the winter")).code();
            other = funds.open(new OpenFund("Journeys", "Fares to hospitals")).code();
            sales.set(drive, new SetTerms(fund, "KZT", 0));
            gifts.record(fund, new RecordGift(drive, null, "Card table", "500000.00", "KZT", null, null));
            gifts.record(fund, new RecordGift(drive, null, null, "300.00", "USD", null, null));
            return null;
        }

        private Void thingsOnTheTable() {
            donations.receive(new ReceiveDonation(
                    drive, yard, null, "Neighbours of the yard", null, null, null,
                    List.of(
                            new DonationLine("jumpers-man", "L", null, Grade.GOOD, 30L),
                            new DonationLine("blankets", null, null, Grade.GOOD, 12L),
                            new DonationLine("soap", null, null, Grade.NEW, 40L),
                            new DonationLine("towels", null, null, Grade.NEW, 40L)),
                    null));
            return null;
        }

        private Void receipts() {
            sell("jumpers-man", 3, "500.00");
            takings.count(new CountTakings(drive, "1400.00", "Somebody got too much change."));
            sell("jumpers-man", 2, "500.00");
            sell("blankets", 1, "1500.00");
            as(Role.DISTRIBUTOR, () -> passOns.pass(new PassGoodsOn(
                    drive, null, null, List.of(new StockLine("blankets", null, null, null, 2L)), "Warm Hands, Karaganda", true, null, null)));
            return null;
        }

        private void sell(String item, long quantity, String price) {
            selling.sell(new Sell(
                    drive, List.of(new Sell.Line(item, null, null, null, quantity, price)), null, null, null));
        }

        private Void moneyThatMoved() {
            buy("A-1", "pillows", 10, "40000.00");
            String bought = buy("A-2", "mattresses", 4, "120000.00");
            purchases.attach(bought, DrawnBoxes.png(1));
            refunds.record(new RecordRefund(bought, 1L, 1L, "30000.00", null, null, null, null));
            payOuts.record(new RecordPayOut(fund, "5000.00", "KZT", null, "Bus company", "Fares of October", null, null));
            transfers.record(new RecordTransfer(fund, other, "20000.00", "KZT", null, null));
            exchanges.record(new RecordExchange(fund, null, "100.00", "USD", null, "KZT", "450.25", "1.50", null, null));
            return null;
        }

        private String buy(String receipt, String item, long quantity, String price) {
            return purchases
                    .record(new RecordPurchase(
                            "Furniture market", receipt, "KZT", yard, null, null,
                            List.of(new RecordPurchase.Line(item, null, null, Grade.NEW, quantity, price)),
                            List.of(new RecordPurchase.Draw(fund, price, null, null, null))))
                    .code();
        }

        /** And a sale that has no terms yet. */
        private Void fundsToCloseAndToOpen() {
            funds.open(new OpenFund("Schoolbags", "Bags and books for children who start school"));
            funds.close(funds.open(new OpenFund("Summer", "Camps for children")).code());
            LocalDate today = LocalDate.ofInstant(clock.instant(), ALMATY);
            drives.open(new OpenDrive(DriveKind.SALE, "Book table", null, today, today.plusDays(20), yard));
            return null;
        }

        private Void kits() {
            String washing = kits.define(new DescribeKit("bed-linen-sets", null, List.of(part(2, "towels")))).code();
            kits.define(new DescribeKit("newborn-kit", null, List.of(part(2, "soap"), part(1, "towels"))));
            assembly.pack(new PackKits(washing, yard, null, 3L, null, null));
            return null;
        }

        private DescribeKit.Part part(long quantity, String item) {
            return new DescribeKit.Part(quantity, List.of(new DescribeKit.Choice(item, null)));
        }
    }
}
