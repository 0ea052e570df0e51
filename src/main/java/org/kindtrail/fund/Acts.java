package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.stock.Ledger;
import org.kindtrail.web.Frame;

/** Keeps and finds the documents of this room, for the organisation of this request. */
@ApplicationScoped
class Acts {
    /** A document and who wrote it down. */
    record Recorded<T extends Act>(T act, String by) {}

    /**
     * A kind of document.
     *
     * @param entity its name in queries
     * @param joins what is read with it; it is called {@code d}
     * @param ofFund which of them concern the fund {@code :fund}
     */
    record Kind<T extends Act>(Class<T> type, CodeKind code, String entity, String joins, String ofFund) {}

    private final EntityManager database;
    private final Ledger ledger;
    private final History history;
    private final Scope scope;
    private final Frame frame;
    private final Codes codes;
    private final Clock clock;

    Acts(EntityManager database, Ledger ledger, History history, Scope scope, Frame frame, Codes codes, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.history = history;
        this.scope = scope;
        this.frame = frame;
        this.codes = codes;
        this.clock = clock;
    }

    /** The head of a new document; what was said to lie ahead is now. */
    Act.Head head(CodeKind kind, Instant occurredAt, String remark) {
        Instant now = clock.instant();
        return new Act.Head(
                scope.organisation(),
                codes.next(kind),
                remark == null || remark.isBlank() ? null : remark.strip(),
                occurredAt == null || occurredAt.isAfter(now) ? now : occurredAt,
                now,
                scope.person());
    }

    <T extends Act> Recorded<T> keep(T act) {
        database.persist(act);
        return new Recorded<>(act, frame.getPerson());
    }

    /** @throws NotFound when the organisation has no such document */
    <T extends Act> Recorded<T> get(Kind<T> kind, String typed) {
        return read(kind, " and d.code = :code", "code", known(kind, typed), 1).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(typed));
    }

    /** Locked: its state is about to change, or what is bound to it. */
    <T extends Act> T locked(Kind<T> kind, String typed) {
        return database.createQuery(
                        "from " + kind.entity() + " d where d.code = :code and d.organisationId = :organisation", kind.type())
                .setParameter("code", known(kind, typed))
                .setParameter("organisation", scope.organisation())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(typed));
    }

    private static String known(Kind<?> kind, String typed) {
        return Code.read(kind.code(), typed).orElse("");
    }

    /**
     * Which documents of a kind.
     *
     * @param fund that they concern; null: whichever
     * @param programme id of the programme that they are charged to; null: whatever. Only purchases and pay-outs are
     */
    record Of(Fund fund, Long programme) {}

    /** Newest first; {@code before} is the id to go on from. */
    <T extends Act> List<Recorded<T>> newest(Kind<T> kind, Fund fund, Long before, int count) {
        return newest(kind, new Of(fund, null), before, count);
    }

    <T extends Act> List<Recorded<T>> newest(Kind<T> kind, Of of, Long before, int count) {
        String where = " and d.id < " + (before == null ? Long.MAX_VALUE : before)
                + (of.programme() == null ? "" : " and d.programme.id = " + of.programme());
        return of.fund() == null
                ? read(kind, where, null, null, count)
                : read(kind, where + " and " + kind.ofFund(), "fund", of.fund(), count);
    }

    <T extends Act> List<Recorded<T>> read(Kind<T> kind, String where, String name, Object value, int count) {
        var query = database.createQuery(
                "select d, who.displayName from " + kind.entity() + " d " + kind.joins()
                        + " join Person who on who.id = d.recordedBy where d.organisationId = :organisation" + where
                        + " order by d.organisationId desc, d.id desc",
                Object[].class);
        query.setParameter("organisation", scope.organisation());
        if (name != null) {
            query.setParameter(name, value);
        }
        return query.setMaxResults(count).getResultList()
        .stream()
                .map(row -> new Recorded<>(kind.type().cast(row[0]), (String) row[1]))
                .toList();
    }

    /**
     * Takes a document back as a whole.
     *
     * @throws org.kindtrail.kernel.Refused naming what stands in the way
     */
    void reverse(Kind<?> kind, String typed, String why) {
        Act act = locked(kind, typed);
        act.reverse(clock.instant());
        ledger.reverse(act.getCode(), why.strip());
        history.note(act.getCode(), "fund_act_reversed", null, why.strip());
        database.flush();
        database.clear();
    }
}
