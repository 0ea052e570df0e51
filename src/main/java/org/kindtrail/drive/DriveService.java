package org.kindtrail.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Places;

/** What can be done with drives. */
@ApplicationScoped
public class DriveService {
    private final Drives drives;
    private final Places places;
    private final DriveMapper mapper;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    DriveService(
            Drives drives,
            Places places,
            DriveMapper mapper,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Clock clock) {
        this.drives = drives;
        this.places = places;
        this.mapper = mapper;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /** @throws Invalid naming the fields at fault */
    @Transactional
    public DriveView open(OpenDrive command) {
        check(command);
        Drive drive = new Drive(
                scope.organisation(), codes.next(CodeKind.DRIVE), command, places.open("site", command.site()));
        drives.persist(drive);
        history.note(drive.getCode(), "drive_opened", drive.getTitle(), null);
        return mapper.view(drive);
    }

    /**
     * @param version the version that the change was made on
     * @throws Refused when somebody else changed the drive meanwhile
     */
    @Transactional
    public DriveView describe(String code, int version, OpenDrive command) {
        check(command);
        Drive drive = drives.get(code);
        if (drive.getVersion() != version) {
            throw new Refused("error_changed_meanwhile");
        }
        drive.describe(command, places.open("site", command.site()));
        drives.flush();
        history.note(drive.getCode(), "drive_described", drive.getTitle(), null);
        return mapper.view(drive);
    }

    @Transactional
    public DriveView close(String code) {
        Drive drive = drives.get(code);
        drive.close(clock.instant());
        drives.flush();
        history.note(drive.getCode(), "drive_closed", null, null);
        return mapper.view(drive);
    }

    @Transactional
    public DriveView reopen(String code) {
        Drive drive = drives.get(code);
        drive.reopen();
        drives.flush();
        history.note(drive.getCode(), "drive_reopened", null, null);
        return mapper.view(drive);
    }

    @Transactional
    public DriveView get(String code) {
        return mapper.view(drives.get(code));
    }

    /** @param open true: those that take donations; false: the closed ones; null: all */
    @Transactional
    public Page<DriveView> list(Boolean open, String after, int size) {
        List<Drive> found = drives.newest(open, Cursor.id(after), size + 1);
        return Page.of(found, size, Drive::getId).map(mapper::view);
    }

    private void check(OpenDrive command) {
        rules.check(command);
        if (command.endsOn().isBefore(command.startsOn())) {
            throw Invalid.field("endsOn", "error_drive_ends_first", Map.of("start", command.startsOn().toString()));
        }
    }
}
