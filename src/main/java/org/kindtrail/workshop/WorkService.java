package org.kindtrail.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.History;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.drive.Drive;
import org.kindtrail.drive.DriveKind;
import org.kindtrail.drive.Drives;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Reverse;

/** Works that were done: looked at, listed, added up, and taken back. */
@ApplicationScoped
public class WorkService {
    private final Works works;
    private final WorkDesk desk;
    private final Drives drives;
    private final Places places;
    private final Progress progress;
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Rules rules;
    private final History history;
    private final Clock clock;

    WorkService(
            Works works,
            WorkDesk desk,
            Drives drives,
            Places places,
            Progress progress,
            Ledger ledger,
            Catalogue catalogue,
            Rules rules,
            History history,
            Clock clock) {
        this.works = works;
        this.desk = desk;
        this.drives = drives;
        this.places = places;
        this.progress = progress;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.rules = rules;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    public WorkView get(String code) {
        return desk.view(works.get(code));
    }

    /**
     * @param kind null: any
     * @param drive code of a drive; null: any, and works that belong to none
     */
    @Transactional
    public Page<WorkRow> list(WorkKind kind, String drive, String after, int size) {
        Drive of = drive == null ? null : drives.byCode(drive).orElseThrow(() -> unknown(drive));
        return Page.of(works.newest(kind, of, Cursor.id(after), size + 1), size, WorkRow::id).map(this::named);
    }

    private static Unreadable unknown(String drive) {
        return new Unreadable(
                "drive", "error_workshop_drive_unknown", Map.of("given", drive.length() > 40 ? "..." : drive));
    }

    /** The query brings the item of the kit; people read its name. */
    private WorkRow named(WorkRow row) {
        return new WorkRow(
                row.id(),
                row.code(),
                row.kind(),
                row.kitName() == null ? null : catalogue.label(catalogue.of(Long.valueOf(row.kitName()))),
                row.driveTitle(),
                row.quantity(),
                row.placeName(),
                row.occurredAt(),
                row.recordedBy(),
                row.reversed());
    }

    /** What the page of a work shows. */
    record WorkPage(WorkView work, List<History.Entry> history) {}

    @Transactional
    WorkPage page(String code) {
        WorkView view = get(code);
        return new WorkPage(view, history.of(view.code()));
    }

    /**
     * Takes a work back, all of it.
     *
     * @throws Refused naming what stands in the way, when what came out has moved on
     */
    @Transactional
    public WorkView reverse(String code, Reverse command) {
        rules.check(command);
        Work work = works.get(code);
        if (work.getPackedBy() != null) {
            // Whoever opens kits of the same packing divides what this puts back.
            works.lock(work.getPackedBy());
        }
        works.lock(work);
        work.reverse(clock.instant());
        ledger.reverse(work.getCode(), command.why().strip());
        history.note(work.getCode(), "workshop_work_reversed", null, command.why().strip());
        works.flush();
        return desk.view(work);
    }

    /** How far the workshop is. */
    @Transactional
    public WorkshopView progress(String drive) {
        return progress.of(workshop(drive));
    }

    private Drive workshop(String code) {
        Drive drive = drives.get(code);
        if (drive.getKind() != DriveKind.WORKSHOP) {
            throw new NotFound(code);
        }
        return drive;
    }

    /**
     * What the page of a workshop shows.
     *
     * @param last the step that was written down last; null when there is none
     * @param places where what comes of it can be put: the site and its shelves
     */
    record WorkshopPage(
            String code,
            String title,
            boolean open,
            String site,
            String siteName,
            WorkshopView progress,
            WorkView last,
            List<Place> places) {}

    @Transactional
    WorkshopPage workshopPage(String code) {
        Drive drive = workshop(code);
        Optional<Work> last = works.lastOf(drive);
        return new WorkshopPage(
                drive.getCode(),
                drive.getTitle(),
                drive.isOpen(),
                drive.getSite().getCode(),
                drive.getSite().getName(),
                progress.of(drive),
                last.map(desk::view).orElse(null),
                places.open().stream()
                        .filter(place -> place.getId().equals(drive.getSite().getId())
                                || place.getTop() != null
                                        && place.getTop().getId().equals(drive.getSite().getId()))
                        .toList());
    }
}
