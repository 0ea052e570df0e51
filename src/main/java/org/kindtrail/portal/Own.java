package org.kindtrail.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.kindtrail.account.Scope;
import org.kindtrail.dispatch.Dispatch;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.recipient.Recipient;

/**
 * What belongs to the one recipient whose own person is signed in. Every need and every dispatch that this room reads or
 * changes is asked for here: what is of another recipient, or of another organisation, is as if it did not exist.
 */
@ApplicationScoped
class Own {
    private static final String WHOSE =
            " where x.code = :code and x.organisationId = :organisation and x.recipient.id = :recipient";

    private final EntityManager database;
    private final Scope scope;

    Own(EntityManager database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /** The recipient itself. */
    Recipient recipient() {
        Recipient own = database.find(Recipient.class, scope.recipient());
        return scope.mine(own, own.getOrganisationId(), own.getCode());
    }

    /**
     * The code of a need of the recipient, as it is kept. The need itself is not read, so that it can be locked first.
     *
     * @throws NotFound when it has no such need
     */
    String need(String typed) {
        return owned(CodeKind.NEED, typed, "select x.code from Need x" + WHOSE);
    }

    /**
     * The code of a dispatch to the recipient, as it is kept; it is not read, so that it can be locked first.
     *
     * @throws NotFound when there is no such dispatch to it
     */
    String dispatch(String typed) {
        return owned(CodeKind.DISPATCH, typed, "select x.code from Dispatch x" + WHOSE);
    }

    private String owned(CodeKind kind, String typed, String query) {
        return Code.read(kind, typed)
                .flatMap(code -> database.createQuery(query, String.class)
                        .setParameter("code", code)
                        .setParameter("organisation", scope.organisation())
                        .setParameter("recipient", scope.recipient())
                        .getResultList()
                        .stream()
                        .findFirst())
                .orElseThrow(() -> new NotFound(typed));
    }

    /** The dispatches to it, newest first; {@code before} is the id to go on from. */
    List<Dispatch> dispatches(Long before, int count) {
        return database.createQuery(
                        """
                        from Dispatch d join fetch d.need where d.organisationId = :organisation and d.recipient.id = :recipient
                          and d.id < :before order by d.recipient.id desc, d.id desc""",
                        Dispatch.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("recipient", scope.recipient())
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(count)
                .getResultList();
    }
}
