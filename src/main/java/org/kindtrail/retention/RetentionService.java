package org.kindtrail.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.History;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.recipient.Recipient;
import org.kindtrail.recipient.Recipients;
import org.kindtrail.recipient.SealedService;

/** Proposes for erasure what is sealed of recipients who were not served for long, and erases it. */
@ApplicationScoped
public class RetentionService {
    private final EntityManager database;
    private final DueRecipients dueRecipients;
    private final Recipients recipients;
    private final SealedService sealed;
    private final Organisations organisations;
    private final Rules rules;
    private final Scope scope;
    private final History history;
    private final Clock clock;

    RetentionService(
            EntityManager database,
            DueRecipients dueRecipients,
            Recipients recipients,
            SealedService sealed,
            Organisations organisations,
            Rules rules,
            Scope scope,
            History history,
            Clock clock) {
        this.database = database;
        this.dueRecipients = dueRecipients;
        this.recipients = recipients;
        this.sealed = sealed;
        this.organisations = organisations;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    public RetentionView get() {
        return view(set());
    }

    /** What somebody has set; null when nobody has. */
    private Retention set() {
        return database.find(Retention.class, scope.organisation());
    }

    private static RetentionView view(Retention set) {
        return set == null ? RetentionView.usual() : RetentionView.of(set);
    }

    private ZoneId zone(Organisation organisation) {
        return ZoneId.of(organisation.getTimeZone());
    }

    /** @throws Refused when somebody else changed it meanwhile */
    @Transactional
    public RetentionView set(SetRetention command) {
        rules.check(command);
        // One at a time, as there may be no row yet to be locked.
        Organisation organisation = organisations.findById(scope.organisation(), LockModeType.PESSIMISTIC_WRITE);
        Retention before = set();
        if (view(before).version() != command.version()) {
            throw new Refused("error_changed_meanwhile");
        }
        Retention retention = before == null ? new Retention(scope.organisation()) : before;
        retention.set(command.months(), command.byItself());
        database.persist(retention);
        database.flush();
        history.note(
                organisation.getCode(),
                command.byItself() ? "retention_by_itself" : "retention_set",
                String.valueOf(command.months()),
                null);
        return RetentionView.of(retention);
    }

    /** Those who are due, in the order in which they were added. */
    @Transactional
    public Page<DueView> due(String after, int size) {
        Retention set = set();
        Retention retention = set == null ? new Retention(scope.organisation()) : set;
        ZoneId zone = zone(organisations.findById(scope.organisation()));
        List<DueRecipients.Due> found =
                dueRecipients.since(retention.lastServedBy(clock.instant(), zone), Cursor.id(after), size + 1);
        return Page.of(found, size, DueRecipients.Due::id)
                .map(due -> new DueView(
                        due.code(), due.alias(), due.lastServed(), due.sealedAt(), retention.dueSince(due.since(), zone)));
    }

    /**
     * Erases for ever what is sealed of them; their needs, their deliveries and every number stay.
     *
     * @throws Invalid naming those that are not there, wait for goods, or keep nothing
     */
    @Transactional
    public ErasedView erase(EraseSealed command) {
        rules.check(command);
        List<String> codes = command.recipients().stream()
                .map(typed -> Code.read(CodeKind.RECIPIENT, typed).orElse(typed))
                .toList();
        Map<String, Recipient> found = recipients.lockAll(Set.copyOf(codes)).stream()
                .collect(Collectors.toMap(Recipient::getCode, Function.identity()));
        Set<String> not = found.isEmpty()
                ? Set.of()
                : dueRecipients.notErasable(found.values().stream().map(Recipient::getId).toList());
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            String given = codes.get(i);
            String path = "recipients[" + i + "]";
            if (!found.containsKey(given)) {
                faults.add(new FieldError(path, "error_retention_unknown", Map.of("given", Given.shortened(given))));
            } else if (not.contains(given)) {
                faults.add(new FieldError(path, "error_retention_waits", Map.of("recipient", given)));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        sealed.erase(List.copyOf(found.values()), "recipient_sealed_erased");
        return new ErasedView(codes.stream().distinct().toList());
    }

    /**
     * The calendar erases a batch of what is due, where the organisation has chosen so. Two nodes do it one after the other,
     * and the second finds nothing left.
     *
     * @return how many recipients' details it erased
     */
    @Transactional
    int eraseByCalendar(int batch) {
        Retention retention = database.find(Retention.class, scope.organisation(), LockModeType.PESSIMISTIC_WRITE);
        if (retention == null || !retention.isByItself()) {
            return 0;
        }
        ZoneId zone = zone(organisations.findById(scope.organisation()));
        Set<String> due = dueRecipients.since(retention.lastServedBy(clock.instant(), zone), null, batch).stream()
                .map(DueRecipients.Due::code)
                .collect(Collectors.toSet());
        if (!due.isEmpty()) {
            sealed.erase(recipients.lockAll(due), "recipient_sealed_erased_by_calendar");
        }
        return due.size();
    }

    /** The organisations whose calendar erases. */
    @Transactional
    List<Long> thoseByCalendar() {
        return database.createQuery("select r.organisationId from Retention r where r.byItself order by r.organisationId", Long.class)
                .getResultList();
    }
}
