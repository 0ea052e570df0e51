package org.kindtrail.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import org.kindtrail.account.History;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.web.Frame;

/** The logo of one's organisation, and the head of its documents. */
@ApplicationScoped
public class LogoService {
    /** Where paper is US Letter. */
    private static final Set<String> LETTER = Set.of("US", "CA", "MX", "PH", "CL", "CO", "CR", "DO", "GT", "NI", "PA", "PR", "SV", "VE");

    private final Logos logos;
    private final Organisations organisations;
    private final Scope scope;
    private final History history;
    private final Frame frame;
    private final Clock clock;

    LogoService(
            Logos logos, Organisations organisations, Scope scope, History history, Frame frame, Clock clock) {
        this.logos = logos;
        this.organisations = organisations;
        this.scope = scope;
        this.history = history;
        this.frame = frame;
        this.clock = clock;
    }

    /** Null when there is none. */
    @Transactional
    LogoView mine() {
        OrganisationLogo logo = logos.findById(scope.organisation());
        return logo == null ? null : LogoView.of(logo);
    }

    /** The image as PNG. */
    @Transactional
    byte[] image() {
        OrganisationLogo logo = logos.findById(scope.organisation());
        if (logo == null) {
            throw new NotFound("logo");
        }
        return logo.getPng();
    }

    /** @param file a PNG or JPEG; refused when it is none */
    @Transactional
    public LogoView put(byte[] file) {
        return put(LogoImage.of("", file));
    }

    @Transactional
    LogoView put(LogoImage image) {
        // Of two who put one at the same time the later one's stays.
        Organisation mine = organisations.findById(scope.organisation(), LockModeType.PESSIMISTIC_WRITE);
        OrganisationLogo logo = logos.findById(mine.getId());
        boolean first = logo == null;
        if (first) {
            logo = new OrganisationLogo(mine.getId());
        }
        logo.replace(image, clock.instant());
        if (first) {
            logos.persist(logo);
        }
        history.note(mine.getCode(), "organisation_logo_changed", null, null);
        return LogoView.of(logo);
    }

    /** Removing what is not there is no mistake. */
    @Transactional
    void remove() {
        Organisation mine = organisations.findById(scope.organisation());
        if (logos.deleteById(mine.getId())) {
            history.note(mine.getCode(), "organisation_logo_removed", null, null);
        }
    }

    /** What stands at the head of a document. */
    @Transactional
    Letterhead letterhead(String noLines) {
        Organisation mine = organisations.findById(scope.organisation());
        OrganisationLogo logo = logos.findById(mine.getId());
        return new Letterhead(
                mine.getName(),
                logo == null ? null : logo.getPng(),
                frame.getLocale().toLanguageTag(),
                LETTER.contains(mine.getCountry()),
                noLines);
    }
}
