package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.kindtrail.account.History;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** For how many days a promise holds goods back. */
@ApplicationScoped
public class PromiseTermService {
    private final Organisations organisations;
    private final Rules rules;
    private final Scope scope;
    private final History history;

    PromiseTermService(Organisations organisations, Rules rules, Scope scope, History history) {
        this.organisations = organisations;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
    }

    @Transactional
    public PromiseTermView get() {
        return view(mine());
    }

    private Organisation mine() {
        return organisations.findById(scope.organisation());
    }

    private static PromiseTermView view(Organisation mine) {
        return new PromiseTermView(mine.getAllocationDays(), mine.getVersion());
    }

    /**
     * What is promised from now on is held so long; what is promised already keeps its day.
     *
     * @throws Refused when somebody else changed the organisation meanwhile
     */
    @Transactional
    public PromiseTermView set(SetPromiseTerm command) {
        rules.check(command);
        Organisation mine = mine();
        if (mine.getVersion() != command.version()) {
            throw new Refused("error_changed_meanwhile");
        }
        mine.promiseFor(command.days());
        organisations.flush();
        String days = command.days() == null ? "-" : command.days().toString();
        history.note(mine.getCode(), "need_term_set", days, null);
        return view(mine);
    }
}
