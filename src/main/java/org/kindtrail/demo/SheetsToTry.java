package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.kindtrail.account.Acting;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.exchange.ImportService;
import org.kindtrail.exchange.ImportState;
import org.kindtrail.exchange.Kind;
import org.kindtrail.exchange.TakeRows;
import org.kindtrail.intake.EnterWrittenBags;
import org.kindtrail.intake.IntakeSheetService;
import org.kindtrail.intake.IntakeSheetView;
import org.kindtrail.intake.PrintIntakeSheet;
import org.kindtrail.intake.WrittenBagService;
import org.kindtrail.sheet.Wish;

/** After the fourth story: a sheet that was filled in by hand, and spreadsheets in every state of an import, to try things on. */
@ApplicationScoped
class SheetsToTry {
    private static final long LINES = 8L;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Acting acting;
    private final IntakeSheetService sheets;
    private final WrittenBagService written;
    private final ImportService imports;

    SheetsToTry(Acting acting, IntakeSheetService sheets, WrittenBagService written, ImportService imports) {
        this.acting = acting;
        this.sheets = sheets;
        this.written = written;
        this.imports = imports;
    }

    void lay(DemonstrationHouse.Keys keys, String drive, StoryFour.Told told) {
        acting.as(keys.person(Role.VOLUNTEER), () -> {
            IntakeSheetView sheet = sheets.print(new PrintIntakeSheet(drive, LINES));
            return written.enter(new EnterWrittenBags(
                    drive,
                    told.store(),
                    null,
                    List.of(
                            bag(sheet, 0, null, null),
                            bag(sheet, 1, "soap", 12L))));
        });
        acting.as(keys.person(Role.COORDINATOR), () -> {
            bring(Kind.STOCK, "cupboard.csv", "What,How many,Where it lies\nsoap,40," + told.store() + "\n");
            bring(Kind.DONORS, "parents.csv", "Name,Remark\nThe choir,Rehearses on Mondays\nThe bakery,\n");
            checked(bring(Kind.ITEMS, "own-items.csv", "Name,Category,Unit\nHammocks,Shelter and warmth,piece\nLamp oil,Shelter and warmth,litre\n"));
            String shelf = bring(Kind.STOCK, "shelf.csv", "Item,Quantity,Place\nbath-towels,15," + told.store() + "\nsoap,many," + told.store() + "\n");
            checked(shelf);
            imports.take(shelf, new TakeRows(false));
            moved(shelf, ImportState.TAKING);
            checked(bring(null, "boxes.csv", """
                    Box Number,Product Name,Gender,Size,Number of items,Location,State
                    8745231,Curtains,,,12,%1$s,InStock
                    8745232,Jumpers,Men,L,30,%1$s,InStock
                    """.formatted(told.store())));
            return null;
        });
    }

    private static EnterWrittenBags.WrittenBag bag(IntakeSheetView sheet, int line, String item, Long quantity) {
        return new EnterWrittenBags.WrittenBag(
                sheet.lines().get(line).label(), null, null, item, null, null, item == null ? null : Grade.NEW, quantity, null);
    }

    /** @param kind null: it is found out by the columns */
    private String bring(Kind kind, String name, String rows) {
        return imports.bring(kind, name, rows.getBytes(StandardCharsets.UTF_8), new Wish(null, null, null)).code();
    }

    private void checked(String code) {
        imports.check(code);
        moved(code, ImportState.CHECKING);
    }

    /** The work goes on behind the request; here nothing follows before it is done, so that codes are the same each time. */
    private void moved(String code, ImportState working) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (imports.get(code).state() == working) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The import " + code + " of the demonstration does not end");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
