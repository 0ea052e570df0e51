package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.sheet.Column;
import org.kindtrail.sheet.ColumnGuess;
import org.kindtrail.sheet.Spreadsheet;
import org.kindtrail.sheet.Wish;
import org.kindtrail.stock.Reverse;
import org.kindtrail.web.Frame;

/** What can be done with imports. What takes long is done by {@link ImportWork} afterwards. */
@ApplicationScoped
public class ImportService {
    private static final int LONGEST_NAME = 200;

    private final SheetImports imports;
    private final ImportFiles files;
    private final ImportRows rows;
    private final ImportViews views;
    private final MappingMemory memory;
    private final Kinds kinds;
    private final Sources sources;
    private final UnknownWords unknownWords;
    private final Catalogue catalogue;
    private final Json json;
    private final Event<ImportMoves> moves;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Frame frame;
    private final Clock clock;

    ImportService(
            SheetImports imports,
            ImportFiles files,
            ImportRows rows,
            ImportViews views,
            MappingMemory memory,
            Kinds kinds,
            Sources sources,
            UnknownWords unknownWords,
            Catalogue catalogue,
            Json json,
            Event<ImportMoves> moves,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Frame frame,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.rows = rows;
        this.views = views;
        this.memory = memory;
        this.kinds = kinds;
        this.sources = sources;
        this.unknownWords = unknownWords;
        this.catalogue = catalogue;
        this.json = json;
        this.moves = moves;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.frame = frame;
        this.clock = clock;
    }

    /**
     * A file comes in, and its columns are guessed; nothing is taken.
     *
     * @param kind what its rows are; null: it is found out, where another program made the file
     * @param fileName as its sender calls it; null or blank: not told
     * @throws Invalid when it is no spreadsheet, or too large a one
     */
    @Transactional
    public ImportView bring(Kind kind, String fileName, byte[] file, Wish wish) {
        Spreadsheet spreadsheet = Spreadsheet.of(file, wish);
        Source source = sources.like(FileRows.header(spreadsheet)).stream()
                .filter(each -> kind == null || each.kind() == kind)
                .findFirst()
                .orElse(null);
        if (kind == null && source == null) {
            throw Invalid.field("kind", "error_exchange_kind");
        }
        Kind what = kind == null ? source.kind() : kind;
        ReadFile read = ReadFile.of(spreadsheet, kinds.of(what).mostRows(), source);
        SheetImport brought = new SheetImport(
                scope.organisation(),
                codes.next(CodeKind.IMPORT),
                what,
                name(fileName),
                frame.getLocale().getLanguage(),
                clock.instant(),
                scope.person());
        taken(brought, read);
        brought.map(json.write(guessed(brought, read.columns(), source)));
        imports.persistAndFlush(brought);
        files.keep(brought, file);
        history.note(brought.getCode(), "import_brought", null, null);
        return views.view(brought);
    }

    private void taken(SheetImport brought, ReadFile read) {
        brought.read(read, json.write(read.shape().sheets()), json.write(read.columns()));
    }

    private Mapping guessed(SheetImport brought, List<Column> columns, Source source) {
        Mapping remembered = memory.of(brought);
        if (remembered != null && Objects.equals(remembered.source(), source == null ? null : source.key())) {
            return remembered;
        }
        return source == null
                ? new Mapping(kinds.guess(brought.getKind(), columns), Map.of(), null, Map.of())
                : source.mapping(columns);
    }

    /** The last part of a path, without what is no letter. */
    private static String name(String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String name = given.replaceAll("^.*[/\\\\]", "").replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        return name.isEmpty() ? null : name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /**
     * Corrects what the file was taken for, and matches its columns; what was checked before no longer counts.
     *
     * @throws Invalid naming the columns that are not there
     */
    @Transactional
    public ImportView match(String code, MatchColumns command) {
        rules.check(command);
        SheetImport brought = imports.lock(code);
        boolean again = !Objects.equals(wished(command.encoding(), brought.getEncoding()), brought.getEncoding())
                || !Objects.equals(wished(command.separator(), brought.getSeparator()), brought.getSeparator())
                || !Objects.equals(wished(command.sheet(), brought.getSheet()), brought.getSheet());
        String before = brought.getMapping();
        brought.map(before);
        Source source = source(command, json.read(before, ImportViews.MAPPING));
        if (again || command.source() != null) {
            if (source != null) {
                brought.become(source.kind());
            }
            Wish wish = new Wish(
                    wished(command.encoding(), brought.getEncoding()),
                    wished(command.separator(), brought.getSeparator()),
                    wished(command.sheet(), brought.getSheet()));
            ReadFile read = ReadFile.of(
                    Spreadsheet.of(files.open(brought), wish), kinds.of(brought.getKind()).mostRows(), source);
            taken(brought, read);
            brought.map(json.write(guessed(brought, read.columns(), source)));
        }
        if (command.columns() != null || command.same() != null) {
            Mapping mapping = mapping(brought, command);
            brought.map(json.write(mapping));
            memory.keep(brought, brought.getMapping());
        }
        rows.erase(brought);
        imports.flush();
        return views.view(brought);
    }

    /** What the file is to be read as. */
    private Source source(MatchColumns command, Mapping now) {
        if (command.source() == null) {
            return sources.of(now.source());
        }
        Source source = sources.of(command.source());
        if (source == null && !command.source().equals(MatchColumns.NONE)) {
            throw Invalid.field("source", "error_choice", Map.of("given", Given.shortened(command.source())));
        }
        return source;
    }

    private static <T> T wished(T wish, T now) {
        return wish == null ? now : wish;
    }

    private Mapping mapping(SheetImport brought, MatchColumns command) {
        List<Column> columns = json.read(brought.getColumns(), ImportViews.COLUMNS);
        Mapping now = json.read(brought.getMapping(), ImportViews.MAPPING);
        Map<String, Field> fields = new HashMap<>();
        kinds.of(brought.getKind()).fields().forEach(field -> fields.put(field.key(), field));
        List<FieldError> faults = new ArrayList<>();
        Map<String, Integer> matched = command.columns() == null ? now.columns() : new HashMap<>();
        Map<String, String> more = command.columns() == null ? now.more() : new HashMap<>();
        Map<Integer, String> given = new HashMap<>();
        if (command.columns() != null) {
            command.columns().forEach((key, name) -> {
                if (name == null || name.isBlank()) {
                    return;
                }
                if (name.equals(now.more().get(key))) {
                    more.put(key, name);
                    return;
                }
                Integer index = index(columns, name);
                if (!fields.containsKey(key) || index == null) {
                    faults.add(new FieldError("columns." + key, "error_exchange_no_column", Map.of("given", Given.shortened(name))));
                } else if (given.putIfAbsent(index, key) != null) {
                    faults.add(new FieldError("columns." + key, "error_exchange_column_twice", Map.of("given", Given.shortened(name))));
                } else {
                    matched.put(key, index);
                }
            });
        }
        Map<String, String> same = command.same() == null ? new HashMap<>(now.same()) : new HashMap<>();
        if (command.same() != null) {
            command.same().forEach((key, value) -> same(fields.get(key), key, value, same, faults));
        }
        matched.keySet().forEach(same::remove);
        more.keySet().forEach(same::remove);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new Mapping(matched, same, now.source(), more);
    }

    private static void same(Field field, String key, String value, Map<String, String> same, List<FieldError> faults) {
        if (value == null || value.isBlank()) {
            return;
        }
        if (field == null || !field.same() || value.length() > LONGEST_NAME) {
            faults.add(new FieldError("same." + key, "error_exchange_not_for_all", Map.of("given", Given.shortened(value))));
        } else {
            same.put(key, value.strip());
        }
    }

    private static Integer index(List<Column> columns, String name) {
        return columns.stream()
                .filter(column -> ColumnGuess.plain(column.name()).equals(ColumnGuess.plain(name)))
                .map(Column::index)
                .findFirst()
                .orElse(null);
    }

    /** Words of the file that nothing here is called by, each once. */
    @Transactional
    public List<UnknownValue> unknown(String code) {
        return unknownWords.of(imports.get(code));
    }

    /**
     * Says what words of the file are here; what was checked before no longer counts.
     *
     * @throws Invalid naming what nothing here is called by either
     */
    @Transactional
    public ImportView choose(String code, ChooseValues command) {
        rules.check(command);
        SheetImport brought = imports.lock(code);
        unknownWords.choose(brought, command);
        brought.map(brought.getMapping());
        rows.erase(brought);
        imports.flush();
        return views.view(brought);
    }

    /**
     * Looks at every row, and takes nothing.
     *
     * @throws Refused while a required column is not matched
     */
    @Transactional
    public ImportView check(String code) {
        SheetImport brought = imports.lock(code);
        List<String> missing = views.view(brought).missing();
        if (!missing.isEmpty()) {
            throw new Refused("error_exchange_unmatched", Map.of("columns", String.join(", ", missing.stream()
                    .map(key -> frame.say("exchange_field_" + key, Map.of()))
                    .toList())));
        }
        brought.check(frame.getLocale().getLanguage());
        rows.erase(brought);
        return moving(brought, "import_checked", null);
    }

    /** Takes in the rows that are good. */
    @Transactional
    public ImportView take(String code, TakeRows command) {
        rules.check(command);
        SheetImport brought = imports.lock(code);
        brought.take(command.onlyIfAllGood());
        return moving(brought, "import_taken", null);
    }

    /** Takes all of it back, or says what stands in the way. */
    @Transactional
    public ImportView reverse(String code, Reverse command) {
        rules.check(command);
        SheetImport brought = imports.lock(code);
        brought.reverse(command.why().strip());
        return moving(brought, "import_reversed", command.why().strip());
    }

    private ImportView moving(SheetImport brought, String happened, String why) {
        imports.flush();
        history.note(brought.getCode(), happened, null, why);
        moves.fire(new ImportMoves(brought.getId()));
        return views.view(brought);
    }

    @Transactional
    public ImportView get(String code) {
        return views.view(imports.get(code));
    }

    /** @param kind null: all; newest first */
    @Transactional
    public Page<ImportView> list(Kind kind, String after, int size) {
        return Page.of(imports.newest(kind, Cursor.id(after), size + 1), size, SheetImport::getId).map(views::view);
    }

    /**
     * The rows of an import, in the order of the file.
     *
     * @param state null: all
     * @throws Unreadable when {@code after} is no row's
     */
    @Transactional
    public Page<ImportRowView> rows(String code, RowState state, String after, int size) {
        Long from = Cursor.id(after);
        return views.rows(imports.get(code), state, from == null ? 0 : from.intValue(), size);
    }

    /** Our columns of a kind, in the order of its template. */
    List<Field> fields(Kind kind) {
        return kinds.of(kind).fields();
    }

    /** What items can be chosen by. */
    @Transactional
    List<String> itemNames() {
        return catalogue.active().stream()
                .filter(item -> !Catalogue.isMoney(item))
                .map(catalogue::label)
                .toList();
    }

    /** One line for the template. */
    @Transactional
    public Map<String, String> example(Kind kind) {
        return kinds.of(kind).example();
    }
}
