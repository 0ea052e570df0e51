package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.kindtrail.account.Scope;
import org.kindtrail.drive.Drive;
import org.kindtrail.drive.Drives;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.programme.ProgrammeChoices;
import org.kindtrail.web.Option;

/** What lies ready for somebody who records: open drives, places, donors of late, and what this person did last. */
@ApplicationScoped
class RecordingDesk {
    private static final int OF_LATE = 200;

    private final EntityManager database;
    private final Drives drives;
    private final Places places;
    private final ProgrammeChoices programmes;
    private final Scope scope;

    RecordingDesk(
            EntityManager database, Drives drives, Places places, ProgrammeChoices programmes, Scope scope) {
        this.programmes = programmes;
        this.database = database;
        this.drives = drives;
        this.places = places;
        this.scope = scope;
    }

    /**
     * The desk.
     *
     * @param drive the code of the drive that is chosen already; null when none is open
     * @param place the code of the place that is chosen already; null when none is open
     * @param programmes those for which goods can be kept; empty when none is open
     * @param donors "Name (code)", the last one first
     */
    record Desk(List<Option> drives, List<Option> places, List<String> donors, String drive, String place,
            List<Option> programmes) {
        String words(List<Option> options, String value) {
            return options.stream()
                    .filter(option -> option.value().equals(value))
                    .map(Option::words)
                    .findFirst()
                    .orElse("");
        }
    }

    private record Last(Long drive, String place) {}

    /** @param wanted the code of a drive that goes before what is remembered; null when none */
    @Transactional
    Desk at(String wanted) {
        List<Drive> open = drives.open();
        List<Place> where = places.open();
        Last last = last();
        String code = Code.read(CodeKind.DRIVE, wanted).orElse(null);
        Drive drive = open.stream()
                .filter(each -> each.getCode().equals(code))
                .findFirst()
                .or(() -> open.stream().filter(each -> last != null && each.getId().equals(last.drive())).findFirst())
                .or(() -> open.stream().findFirst())
                .orElse(null);
        return new Desk(
                open.stream().map(each -> new Option(each.getCode(), each.getTitle())).toList(),
                where.stream().map(each -> new Option(each.getCode(), each.label())).toList(),
                donors(),
                drive == null ? null : drive.getCode(),
                place(drive, where, last),
                programmes.open());
    }

    /** Where this person put the last one for the drive; else the drive's site; else the first place. */
    private static String place(Drive drive, List<Place> where, Last last) {
        boolean same = drive != null && last != null && drive.getId().equals(last.drive());
        String remembered = same ? last.place() : drive == null ? null : drive.getSite().getCode();
        return where.stream()
                .map(Place::getCode)
                .filter(code -> code.equals(remembered))
                .findFirst()
                .or(() -> where.stream().map(Place::getCode).findFirst())
                .orElse(null);
    }

    private Last last() {
        return database
                .createQuery(
                        "select d.drive.id, p.code from Donation d join d.place p where d.recordedBy = :person"
                                + " order by d.recordedBy desc, d.id desc",
                        Object[].class)
                .setParameter("person", scope.person())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .map(row -> new Last((Long) row[0], (String) row[1]))
                .findFirst()
                .orElse(null);
    }

    private List<String> donors() {
        return database
                .createQuery(
                        "select g.knownAs, g.code from Donation d join d.donor g where d.organisationId = :organisation"
                                + " and g.erasedAt is null order by d.organisationId desc, d.id desc",
                        Object[].class)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(OF_LATE)
                .getResultList()
                .stream()
                .map(row -> row[0] + " (" + row[1] + ")")
                .distinct()
                .toList();
    }
}
