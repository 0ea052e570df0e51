package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** What an organisation tells of itself. */
@ApplicationScoped
public class OrganisationService {
    private final Organisations organisations;
    private final PersonMapper mapper;
    private final Rules rules;
    private final Scope scope;
    private final History history;

    OrganisationService(
            Organisations organisations, PersonMapper mapper, Rules rules, Scope scope, History history) {
        this.organisations = organisations;
        this.mapper = mapper;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
    }

    @Transactional
    public OrganisationView mine() {
        return mapper.view(organisations.findById(scope.organisation()));
    }

    /** @throws Refused when somebody else changed it meanwhile */
    @Transactional
    public OrganisationView describe(DescribeOrganisation command) {
        rules.check(command);
        Organisation mine = organisations.findById(scope.organisation());
        if (mine.getVersion() != command.version()) {
            throw new Refused("error_changed_meanwhile");
        }
        mine.describe(command.name().strip(), command.country(), command.timeZone(), command.namedInPublic());
        organisations.flush();
        history.note(
                mine.getCode(),
                "organisation_described",
                mine.getName() + ", " + mine.getCountry() + ", " + mine.getTimeZone(),
                null);
        return mapper.view(mine);
    }
}
