package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.donor.Donors;
import org.kindtrail.drive.Drives;
import org.kindtrail.intake.DonationLine;
import org.kindtrail.intake.DonationService;
import org.kindtrail.intake.DonationView;
import org.kindtrail.intake.ReceiveDonation;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.programme.Programmes;
import org.kindtrail.stock.Reverse;
import org.kindtrail.web.Frame;

/** What was given: each row a donation with one line, or of unsorted bags. */
@ApplicationScoped
class DonationImport implements ImportKind {
    private static final int MOST_ROWS = 50_000;
    private static final List<Field> FIELDS = List.of(
            Field.needed("drive").forAll(),
            Field.needed("place").forAll(),
            Field.of("donor"),
            Field.of("receivedAt").forAll(),
            Field.of("bags"),
            Field.of("item"),
            Field.of("size"),
            Field.of("fits"),
            Field.of("grade").forAll(),
            Field.of("quantity"),
            Field.of("expiresOn"),
            Field.of("remark"),
            Field.of("programme").forAll(),
            Field.of(Field.REFERENCE));

    private final EntityManager database;
    private final DonationService donations;
    private final Donors donors;
    private final Drives drives;
    private final Places places;
    private final Programmes programmes;
    private final Catalogue catalogue;
    private final Choices choices;
    private final Goods goods;
    private final Rules rules;
    private final Scope scope;
    private final Frame frame;

    DonationImport(
            EntityManager database,
            DonationService donations,
            Donors donors,
            Drives drives,
            Places places,
            Programmes programmes,
            Catalogue catalogue,
            Choices choices,
            Goods goods,
            Rules rules,
            Scope scope,
            Frame frame) {
        this.database = database;
        this.donations = donations;
        this.donors = donors;
        this.drives = drives;
        this.places = places;
        this.programmes = programmes;
        this.catalogue = catalogue;
        this.choices = choices;
        this.goods = goods;
        this.rules = rules;
        this.scope = scope;
        this.frame = frame;
    }

    @Override
    public Kind kind() {
        return Kind.DONATIONS;
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public int mostRows() {
        return MOST_ROWS;
    }

    @Override
    public Map<String, String> example() {
        Map<String, String> line = new HashMap<>();
        drives.open().stream().findFirst().ifPresent(drive -> line.put("drive", drive.getTitle()));
        places.sites().stream().findFirst().ifPresent(site -> line.put("place", site.getName()));
        catalogue.mostUsed().stream().findFirst().ifPresent(item -> line.put("item", catalogue.label(item)));
        line.put("donor", frame.say("exchange_example_donor", Map.of()));
        line.put("grade", frame.say(Grade.GOOD.wordsKey(), Map.of()));
        line.put("quantity", "12");
        return line;
    }

    @Override
    public Desk begin() {
        return new DonationDesk();
    }

    @Override
    public void undo(SheetImport brought, List<String> documents, String why) {
        for (String code : documents) {
            if (donations.get(code).reversedAt() == null) {
                donations.reverse(code, new Reverse(why));
            }
        }
    }

    private final class DonationDesk implements Desk {
        private final ItemNames items = new ItemNames(catalogue);
        private final Named open = new Named();
        private final Map<String, List<String>> known = new HashMap<>();

        DonationDesk() {
            drives.open().forEach(each -> open.add(each.getCode(), each.getTitle()));
        }

        @Override
        public void check(List<Row> rows) {
            PlaceNames where = new PlaceNames(places, rows, "place");
            rows.forEach(row -> read(row, where));
        }

        private void read(Row row, PlaceNames where) {
            String drive = row.needed("drive") == null ? null : open.read(row, "drive", "error_exchange_drive_unknown");
            Place place = where.read(row, "place");
            boolean bags = row.text("bags") != null;
            if (bags && row.text("item") != null) {
                row.wrong("bags", "error_intake_bags_and_lines", Map.of());
            }
            Long count = bags ? row.quantity("bags") : null;
            DonationLine line = bags ? null : line(row);
            LocalDate day = row.day("receivedAt");
            Instant received = day == null ? null : day.atTime(LocalTime.NOON).atZone(frame.getZone()).toInstant();
            String donor = row.text("donor");
            boolean byCode = donor != null && Code.read(CodeKind.DONOR, donor).isPresent();
            if (byCode && donors.byCode(donor).isEmpty()) {
                row.wrong("donor", "error_intake_donor_unknown", Map.of());
            } else if (donor != null && !byCode && named(donor).size() > 1) {
                row.wrong("donor", "error_exchange_several", Map.of("near", Some.named(named(donor))));
            }
            if (!row.good()) {
                return;
            }
            ReceiveDonation command = new ReceiveDonation(
                    drive,
                    place.getCode(),
                    byCode ? donor : null,
                    byCode ? null : donor,
                    received,
                    row.text("remark"),
                    count,
                    line == null ? null : List.of(line),
                    null,
                    null,
                    row.text("programme"));
            row.reading(() -> rules.check(command));
            row.reading(() -> programmes.chargeable("programme", command.programme()));
            row.becomes(command);
        }

        private DonationLine line(Row row) {
            Wearer fits = choices.read(row, "fits", Wearer.class, Wearer::wordsKey);
            Item item = items.read(row, "item", fits);
            String size = row.text("size");
            Wearer told = item != null && item.getWearer() == fits ? null : fits;
            LocalDate expiresOn = row.day("expiresOn");
            if (item != null) {
                row.reading(() -> catalogue.checkFit("", item, size, told));
                row.reading(() -> catalogue.checkExpiry("", item, expiresOn));
            }
            Grade grade = choices.read(row, "grade", Grade.class, Grade::wordsKey);
            return new DonationLine(
                    item == null ? null : item.getCode(), size, told, grade, row.quantity("quantity"), expiresOn);
        }

        /** The codes of donors who are known by that name. */
        private List<String> named(String name) {
            return known.computeIfAbsent(name.toLowerCase(Locale.ROOT), plain -> database.createQuery(
                            "select d.code from Donor d where d.organisationId = :organisation and lower(d.knownAs) = :name order by d.code",
                            String.class)
                    .setParameter("organisation", scope.organisation())
                    .setParameter("name", plain)
                    .setMaxResults(3)
                    .getResultList());
        }

        @Override
        public String says(Row row) {
            ReceiveDonation command = row.command(ReceiveDonation.class);
            if (command == null) {
                return "";
            }
            String what = command.bags() != null
                    ? frame.say("exchange_says_bags", Map.of("count", command.bags()))
                    : goods.say(
                            catalogue.find(command.lines().get(0).item()),
                            command.lines().get(0).size(),
                            command.lines().get(0).quantity());
            String who = row.text("donor");
            return frame.say("exchange_says_donation", Map.of("goods", what, "donor", who == null ? "-" : who));
        }

        /** Whoever is new with one row is known with the next. */
        @Override
        public void take(SheetImport brought, List<Row> rows) {
            for (Row row : rows) {
                ReceiveDonation command = row.command(ReceiveDonation.class);
                String name = command.newDonor();
                List<String> found = name == null ? List.of() : named(name);
                DonationView view = donations.receive(found.size() == 1 ? of(command, found.get(0)) : command);
                if (name != null && found.isEmpty()) {
                    known.put(name.toLowerCase(Locale.ROOT), List.of(view.donor()));
                }
                row.became(view.code());
            }
        }
    }

    private static ReceiveDonation of(ReceiveDonation command, String donor) {
        return new ReceiveDonation(
                command.drive(),
                command.place(),
                donor,
                null,
                command.receivedAt(),
                command.remark(),
                command.bags(),
                command.lines(),
                null,
                null,
                command.programme());
    }
}
