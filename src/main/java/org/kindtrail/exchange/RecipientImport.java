package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.Refused;
import org.kindtrail.recipient.DescribeRecipient;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.recipient.RecipientService;
import org.kindtrail.recipient.SealedDetails;
import org.kindtrail.sheet.ColumnGuess;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Languages;

/** Recipients; who and where they really are is sealed on the way, too. */
@ApplicationScoped
class RecipientImport implements ImportKind {
    private static final int MOST_ROWS = 20_000;
    private static final List<Field> FIELDS = List.of(
            Field.needed("alias"),
            Field.needed("kind").forAll(),
            Field.needed("country").forAll(),
            Field.needed("region").forAll(),
            Field.of("disclosure").forAll(),
            Field.of("publicName"),
            Field.of("description"),
            Field.sealed("trueName"),
            Field.sealed("address"),
            Field.sealed("telephone"),
            Field.sealed("directions"),
            Field.of(Field.REFERENCE));

    private final EntityManager database;
    private final RecipientService recipients;
    private final Choices choices;
    private final Scope scope;
    private final Frame frame;
    private final Map<String, String> countries = countries();

    RecipientImport(
            EntityManager database, RecipientService recipients, Choices choices, Scope scope, Frame frame) {
        this.database = database;
        this.recipients = recipients;
        this.choices = choices;
        this.scope = scope;
        this.frame = frame;
    }

    /** Codes by what countries are called in any of the languages. */
    private static Map<String, String> countries() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            names.put(ColumnGuess.plain(code), code);
            for (String tag : Languages.SPOKEN) {
                names.putIfAbsent(
                        ColumnGuess.plain(com.ibm.icu.util.ULocale.getDisplayCountry("und-" + code, tag)), code);
            }
        }
        return names;
    }

    @Override
    public Kind kind() {
        return Kind.RECIPIENTS;
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
                "alias", frame.say("exchange_example_recipient", Map.of()),
                "kind", frame.say(RecipientKind.SHELTER.wordsKey(), Map.of()),
                "country", "KZ",
                "region", frame.say("exchange_example_region", Map.of()),
                "disclosure", frame.say(Disclosure.REGION.wordsKey(), Map.of()));
    }

    @Override
    public Desk begin() {
        return new RecipientDesk();
    }

    /** Recipients are never removed: those of the import are asked for no more. */
    @Override
    public void undo(SheetImport brought, List<String> documents, String why) {
        List<String> asking = Some.of(documents, codes -> database.createQuery(
                        """
                        select distinct n.code from Need n
                        where n.organisationId = :organisation and n.recipient.code in :codes order by n.code""",
                        String.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("codes", codes)
                .setMaxResults(10)
                .getResultList());
        if (!asking.isEmpty()) {
            throw new Refused("error_exchange_recipients_asked", Map.of("needs", Some.named(asking)));
        }
        for (String code : documents) {
            if (recipients.get(code).active()) {
                recipients.retire(code);
            }
        }
    }

    private final class RecipientDesk implements Desk {
        @Override
        public void check(List<Row> rows) {
            rows.forEach(this::read);
        }

        private void read(Row row) {
            String alias = row.needed("alias");
            RecipientKind kind = row.needed("kind") == null
                    ? null
                    : choices.read(row, "kind", RecipientKind.class, RecipientKind::wordsKey);
            String typed = row.needed("country");
            String country = typed == null ? null : countries.get(ColumnGuess.plain(typed));
            if (typed != null && country == null) {
                row.wrong("country", "error_recipient_country", Map.of());
            }
            String region = row.needed("region");
            Disclosure disclosure = choices.read(row, "disclosure", Disclosure.class, Disclosure::wordsKey);
            if (!row.good()) {
                return;
            }
            DescribeRecipient command = new DescribeRecipient(
                    alias,
                    kind,
                    country,
                    region,
                    disclosure == null ? Disclosure.HIDDEN : disclosure,
                    row.text("publicName"),
                    row.text("description"),
                    sealed(row));
            row.reading(() -> recipients.checkNew(command));
            row.becomes(command);
        }

        private static SealedDetails sealed(Row row) {
            Confidential trueName = Confidential.of(row.text("trueName"));
            Confidential address = Confidential.of(row.text("address"));
            Confidential telephone = Confidential.of(row.text("telephone"));
            Confidential directions = Confidential.of(row.text("directions"));
            boolean none = trueName == null && address == null && telephone == null && directions == null;
            return none ? null : new SealedDetails(trueName, address, telephone, directions);
        }

        @Override
        public String says(Row row) {
            DescribeRecipient command = row.command(DescribeRecipient.class);
            return command == null
                    ? ""
                    : frame.say(
                            "exchange_says_recipient",
                            Map.of("name", command.alias(), "kind", frame.say(command.kind().wordsKey(), Map.of())));
        }

        @Override
        public void take(SheetImport brought, List<Row> rows) {
            rows.forEach(row -> row.became(recipients.add(row.command(DescribeRecipient.class)).code()));
        }
    }
}
