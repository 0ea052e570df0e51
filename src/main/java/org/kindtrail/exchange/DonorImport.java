package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.Scope;
import org.kindtrail.donor.AddDonor;
import org.kindtrail.donor.Contact;
import org.kindtrail.donor.DonorService;
import org.kindtrail.donor.EraseDonor;
import org.kindtrail.donor.Erasing;
import org.kindtrail.donor.Wish;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Frame;

/** Donors, with how they can be reached. */
@ApplicationScoped
class DonorImport implements ImportKind {
    private static final int MOST_ROWS = 50_000;
    private static final int MOST_WHY = 300;
    private static final List<Field> FIELDS = List.of(
            Field.needed("knownAs"),
            Field.sealed("email"),
            Field.sealed("telephone"),
            Field.of("language").forAll(),
            Field.of("wantsReceived").forAll(),
            Field.of("wantsArrived").forAll(),
            Field.of("wantsThanks").forAll(),
            Field.of(Field.REFERENCE));

    private final EntityManager database;
    private final DonorService donors;
    private final Erasing erasing;
    private final Rules rules;
    private final Scope scope;
    private final Frame frame;

    DonorImport(
            EntityManager database, DonorService donors, Erasing erasing, Rules rules, Scope scope, Frame frame) {
        this.database = database;
        this.donors = donors;
        this.erasing = erasing;
        this.rules = rules;
        this.scope = scope;
        this.frame = frame;
    }

    @Override
    public Kind kind() {
        return Kind.DONORS;
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
        return Map.of(
                "knownAs", frame.say("exchange_example_donor", Map.of()),
                "email", "anna@example.org",
                "telephone", "+7 700 000 00 00",
                "language", frame.getLocale().getLanguage(),
                "wantsReceived", frame.say("exchange_yes", Map.of()),
                "wantsArrived", frame.say("exchange_yes", Map.of()),
                "wantsThanks", frame.say("exchange_no", Map.of()));
    }

    @Override
    public Desk begin() {
        return new DonorDesk();
    }

    /** Whoever gave something meanwhile is not forgotten by the way. */
    @Override
    public void undo(SheetImport brought, List<String> documents, String why) {
        List<String> gave = Some.of(documents, codes -> database.createQuery(
                        """
                        select distinct d.code from Donation g join g.donor d
                        where d.organisationId = :organisation and d.code in :codes order by d.code""",
                        String.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("codes", codes)
                .setMaxResults(10)
                .getResultList());
        if (!gave.isEmpty()) {
            throw new Refused("error_exchange_donors_gave", Map.of("donors", Some.named(gave)));
        }
        for (String code : documents) {
            if (!donors.get(code).erased()) {
                erasing.erase(code, new EraseDonor(why.length() <= MOST_WHY ? why : why.substring(0, MOST_WHY)));
            }
        }
    }

    private final class DonorDesk implements Desk {
        @Override
        public void check(List<Row> rows) {
            rows.forEach(this::read);
        }

        private void read(Row row) {
            String knownAs = row.needed("knownAs");
            Set<Wish> wants = EnumSet.noneOf(Wish.class);
            wish(row, "wantsReceived", Wish.RECEIVED, wants);
            wish(row, "wantsArrived", Wish.ARRIVED, wants);
            wish(row, "wantsThanks", Wish.THANKS, wants);
            String email = row.text("email");
            String language = row.text("language");
            if (email == null && !wants.isEmpty()) {
                row.wrong("email", "error_donor_wants_without_email", Map.of());
            }
            if (!row.good()) {
                return;
            }
            Contact contact = new Contact(
                    Confidential.of(email),
                    Confidential.of(row.text("telephone")),
                    wants.isEmpty() ? null : wants,
                    language == null ? null : language.toLowerCase(Locale.ROOT));
            AddDonor command = new AddDonor(knownAs, contact);
            row.reading(() -> rules.check(command));
            row.becomes(command);
        }

        private static void wish(Row row, String key, Wish wish, Set<Wish> wants) {
            if (Boolean.TRUE.equals(row.truth(key))) {
                wants.add(wish);
            }
        }

        @Override
        public String says(Row row) {
            AddDonor command = row.command(AddDonor.class);
            return command == null ? "" : frame.say("exchange_says_donor", Map.of("name", command.knownAs()));
        }

        @Override
        public void take(SheetImport brought, List<Row> rows) {
            rows.forEach(row -> row.became(donors.add(row.command(AddDonor.class)).code()));
        }
    }
}
