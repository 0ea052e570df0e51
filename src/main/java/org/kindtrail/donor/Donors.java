package org.kindtrail.donor;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.SearchKey;

/** The donors of the organisation of this request. */
@ApplicationScoped
public class Donors implements PanacheRepository<Donor> {
    private final Scope scope;
    private final Codes codes;
    private final Clock clock;

    Donors(Scope scope, Codes codes, Clock clock) {
        this.scope = scope;
        this.codes = codes;
        this.clock = clock;
    }

    /** @throws NotFound when the organisation has no such donor */
    public Donor get(String code) {
        return byCode(code).orElseThrow(() -> new NotFound(code));
    }

    public Optional<Donor> byCode(String typed) {
        return Code.read(CodeKind.DONOR, typed)
                .flatMap(code -> find("code = ?1 and organisationId = ?2", code, scope.organisation())
                        .firstResultOptional());
    }

    /** Those of the organisation with these codes who were not erased. */
    public List<Donor> byCodes(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : list("code in ?1 and organisationId = ?2 and erasedAt is null", codes, scope.organisation());
    }

    /** Somebody new, known by this name from now on. */
    public Donor add(String knownAs) {
        Donor donor = new Donor(scope.organisation(), codes.next(CodeKind.DONOR), knownAs, clock.instant());
        persist(donor);
        return donor;
    }

    /** Whose key it is, of whichever organisation. */
    public Optional<Donor> byOwnKey(String hash) {
        return find("ownHash = ?1", hash).firstResultOptional();
    }

    /** Whose letters the link ends, of whichever organisation. */
    public Optional<Donor> byStopKey(String hash) {
        return find("stopHash = ?1", hash).firstResultOptional();
    }

    /** Those of the organisation with these numbers. */
    List<Donor> among(List<Long> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 and organisationId = ?2 order by id", ids, scope.organisation());
    }

    /** Newest first, those whose name holds the text in any case; {@code before} is the id to go on from. */
    List<Donor> newest(String part, Long before, int count) {
        Long from = before == null ? Long.MAX_VALUE : before;
        if (part == null || part.isBlank()) {
            return find("organisationId = ?1 and id < ?2 order by organisationId desc, id desc", scope.organisation(), from)
                    .page(0, count)
                    .list();
        }
        return find(
                        "organisationId = ?1 and id < ?2 and (searchKey like ?3 escape '!' or searchKey like ?4 escape '!') order by organisationId desc, id desc",
                        scope.organisation(),
                        from,
                        SearchKey.asTyped(part),
                        SearchKey.asHeard(part))
                .page(0, count)
                .list();
    }
}
