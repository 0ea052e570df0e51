package org.kindtrail.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.kernel.Refused;
import org.kindtrail.sheet.Encoding;
import org.kindtrail.sheet.Format;
import org.kindtrail.sheet.Separator;

/** A spreadsheet that is brought in: what the file is, how its columns are matched, and how far it is. */
@Entity
public class SheetImport {
    private static final String TEXT = "text";

    @Id
    @GeneratedValue(generator = "sheet_import_seq")
    @SequenceGenerator(name = "sheet_import_seq", sequenceName = "sheet_import_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ImportState state = ImportState.UPLOADED;

    private String fileName;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Format format;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Encoding encoding;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Separator separator;

    private String sheet;

    @Column(columnDefinition = TEXT)
    private String sheets;

    @Column(columnDefinition = TEXT)
    private String columns;

    @Column(columnDefinition = TEXT)
    private String mapping;

    private String header;
    private String language;
    private int rowCount;
    private int lastRow;
    private int checkedTo;
    private int takenTo;
    private int good;
    private int wrong;
    private int known;
    private int taken;
    private boolean onlyAll;

    @Column(columnDefinition = TEXT)
    private String problem;

    private String why;
    private Instant createdAt;
    private Long createdBy;
    private Instant endedAt;
    private Instant clearedAt;

    @Version
    private int version;

    protected SheetImport() {}

    SheetImport(Long organisationId, String code, Kind kind, String fileName, String language, Instant now, Long by) {
        this.organisationId = organisationId;
        this.code = code;
        this.kind = kind;
        this.fileName = fileName;
        this.language = language;
        this.createdAt = now;
        this.createdBy = by;
    }

    /** The file is taken for this. */
    void read(ReadFile file, String sheetsJson, String columnsJson) {
        refuseUnless(state == ImportState.UPLOADED || state == ImportState.CHECKED);
        format = file.shape().format();
        encoding = file.shape().encoding();
        separator = file.shape().separator();
        sheet = file.shape().sheet();
        sheets = sheetsJson;
        columns = columnsJson;
        header = file.header();
        rowCount = file.rows();
        lastRow = file.lastRow();
        unchecked();
    }

    /** Its columns are matched like this; what was found before no longer counts. */
    void map(String mappingJson) {
        refuseUnless(state == ImportState.UPLOADED || state == ImportState.CHECKED);
        mapping = mappingJson;
        unchecked();
    }

    /** Its rows are something else after all. */
    void become(Kind another) {
        refuseUnless(state == ImportState.UPLOADED || state == ImportState.CHECKED);
        kind = another;
    }

    private void unchecked() {
        state = ImportState.UPLOADED;
        checkedTo = 0;
        takenTo = 0;
        good = 0;
        wrong = 0;
        known = 0;
        problem = null;
    }

    void check(String in) {
        refuseUnless(state == ImportState.UPLOADED || state == ImportState.CHECKED);
        unchecked();
        language = in;
        state = ImportState.CHECKING;
    }

    /** So many more rows were looked at. */
    void checked(int to, int moreGood, int moreWrong, int moreKnown) {
        checkedTo = to;
        good += moreGood;
        wrong += moreWrong;
        known += moreKnown;
    }

    /** Something went wrong that has nothing to do with a row. */
    void notChecked(String problemJson) {
        unchecked();
        problem = problemJson;
    }

    void allChecked() {
        state = ImportState.CHECKED;
    }

    /** @param all whether it is all rows or none */
    void take(boolean all) {
        if (state == ImportState.TAKEN || state == ImportState.REVERSED) {
            throw new Refused("error_exchange_taken", Map.of("code", code));
        }
        refuseUnless(state == ImportState.CHECKED);
        if (good == 0) {
            throw new Refused("error_exchange_nothing_good", Map.of("wrong", wrong, "known", known));
        }
        if (all && wrong > 0) {
            throw new Refused("error_exchange_not_all_good", Map.of("wrong", wrong));
        }
        onlyAll = all;
        problem = null;
        state = ImportState.TAKING;
    }

    /** So many more rows were taken, or turned out to be wrong or known meanwhile. */
    void taken(int to, int moreTaken, int moreWrong, int moreKnown) {
        takenTo = to;
        taken += moreTaken;
        wrong += moreWrong;
        known += moreKnown;
        good -= moreTaken + moreWrong + moreKnown;
    }

    void allTaken(Instant now) {
        state = ImportState.TAKEN;
        endedAt = now;
    }

    void reverse(String reason) {
        if (state == ImportState.REVERSED) {
            throw new Refused("error_exchange_reversed", Map.of("code", code));
        }
        refuseUnless(state == ImportState.TAKEN);
        why = reason;
        problem = null;
        state = ImportState.REVERSING;
    }

    /** Of what should be taken whole, some could not. */
    void takeBack(String reason) {
        state = ImportState.REVERSING;
        why = reason;
    }

    void reversed(Instant now) {
        state = ImportState.REVERSED;
        endedAt = now;
    }

    /** Something stands in the way of reversing it. */
    void notReversed(String problemJson) {
        state = ImportState.TAKEN;
        problem = problemJson;
    }

    /** The file and the rows are gone. */
    void clear(Instant now) {
        clearedAt = now;
        fileName = null;
        problem = null;
    }

    private void refuseUnless(boolean may) {
        if (clearedAt != null) {
            throw new Refused("error_exchange_cleared", Map.of("code", code));
        }
        if (!may) {
            throw new Refused(state.isMoving() ? "error_exchange_moving" : "error_exchange_state", Map.of("code", code));
        }
    }

    public Long getId() {
        return id;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public String getCode() {
        return code;
    }

    public Kind getKind() {
        return kind;
    }

    public ImportState getState() {
        return state;
    }

    String getFileName() {
        return fileName;
    }

    Format getFormat() {
        return format;
    }

    Encoding getEncoding() {
        return encoding;
    }

    Separator getSeparator() {
        return separator;
    }

    String getSheet() {
        return sheet;
    }

    String getSheets() {
        return sheets;
    }

    String getColumns() {
        return columns;
    }

    String getMapping() {
        return mapping;
    }

    String getHeader() {
        return header;
    }

    String getLanguage() {
        return language;
    }

    int getRowCount() {
        return rowCount;
    }

    int getLastRow() {
        return lastRow;
    }

    int getCheckedTo() {
        return checkedTo;
    }

    int getTakenTo() {
        return takenTo;
    }

    int getGood() {
        return good;
    }

    int getWrong() {
        return wrong;
    }

    int getKnown() {
        return known;
    }

    int getTaken() {
        return taken;
    }

    boolean isOnlyAll() {
        return onlyAll;
    }

    String getProblem() {
        return problem;
    }

    String getWhy() {
        return why;
    }

    Instant getCreatedAt() {
        return createdAt;
    }

    Long getCreatedBy() {
        return createdBy;
    }

    Instant getEndedAt() {
        return endedAt;
    }

    Instant getClearedAt() {
        return clearedAt;
    }
}
