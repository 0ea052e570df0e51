package org.kindtrail.recipient;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;

/** The recipients of the organisation of this request. */
@ApplicationScoped
public class Recipients implements PanacheRepository<Recipient> {
    private final Scope scope;

    Recipients(Scope scope) {
        this.scope = scope;
    }

    /** @throws NotFound when the organisation has no such recipient */
    public Recipient get(String code) {
        return byCode(code).orElseThrow(() -> new NotFound(code));
    }

    public Optional<Recipient> byCode(String typed) {
        return Code.read(CodeKind.RECIPIENT, typed)
                .flatMap(code -> find("code = ?1 and organisationId = ?2", code, scope.organisation())
                        .firstResultOptional());
    }
}
