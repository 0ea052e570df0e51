package org.kindtrail.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of the archive: which table of the database it comes from, what of it belongs to the organisation, its columns, and what
 * they refer to. Whatever another organisation has reads as nothing, because each reference asks whose it is.
 */
final class Table {
    /** Rows that are read at once. */
    static final int USUAL_BATCH = 5000;

    /**
     * A place that the organisation may know by its code: its own, a boundary, or a box that went through its hands. {@code r} is
     * the place.
     */
    static final String KNOWN_PLACE =
            """
            (r.organisation_id is null or r.organisation_id = :org or (r.kind in ('BOX', 'PALLET', 'FREIGHT') and (
            exists (select 1 from container_move c where c.place_id = r.id and c.organisation_id = :org)
            or exists (select 1 from shipment_line x join shipment s on s.id = x.shipment_id where x.container_id = r.id
            and (s.organisation_id = :org or (s.receiver_id = :org and s.departed_at is not null))))))""";

    /** A lot that the organisation may know: its own, or one that it holds or has moved. {@code r} is the lot. */
    static final String KNOWN_LOT =
            """
            (r.organisation_id = :org
            or exists (select 1 from movement m where m.lot_id = r.id and m.organisation_id = :org)
            or exists (select 1 from balance b join place p on p.id = b.place_id where b.lot_id = r.id and p.organisation_id = :org))""";

    /** A shipment that the organisation sends or gets. {@code r} is the shipment. */
    static final String KNOWN_SHIPMENT = "(r.organisation_id = :org or (r.receiver_id = :org and r.agreed_at is not null))";

    /** A foreign key: columns here, table and columns there. */
    record Reference(List<String> fields, String table, List<String> its) {}

    /** What most tables are read by, and the first column of the index that they are read in the order of. */
    private static final String OURS = "t.organisation_id = :org";

    private final String name;
    private final String source;
    private final List<Field> fields = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private List<String> key = List.of();
    private List<String> order = List.of("id");
    private String where = OURS;
    private int batch = USUAL_BATCH;

    private Table(String name, String source) {
        this.name = name;
        this.source = source;
    }

    /** @param source the table in the database */
    static Table of(String name, String source) {
        return new Table(name, source);
    }

    /** Which rows are the organisation's. */
    Table where(String condition) {
        where = condition;
        return this;
    }

    /** Its rows are the organisation's when the row is to which they belong. */
    Table within(String parent, String column) {
        return where("exists (select 1 from " + parent + " r where r.id = t." + column + " and r.organisation_id = :org)");
    }

    /** By which columns of the database its rows are told apart, in the order in which they are read; usually the id. */
    Table readBy(String... columns) {
        order = List.of(columns);
        return this;
    }

    Table batch(int rows) {
        batch = rows;
        return this;
    }

    Table key(String... columns) {
        key = List.of(columns);
        return this;
    }

    private Table field(String column, Kind kind, String sql, String more) {
        fields.add(new Field(column, kind, sql, more));
        return this;
    }

    private Table each(Kind kind, String... columns) {
        Arrays.stream(columns).forEach(column -> field(column, kind, "t." + column, null));
        return this;
    }

    Table code() {
        return text("code").key("code");
    }

    Table text(String... columns) {
        return each(Kind.TEXT, columns);
    }

    Table textOf(String column, String sql) {
        return field(column, Kind.TEXT, sql, null);
    }

    Table word(String... columns) {
        return each(Kind.WORD, columns);
    }

    Table integer(String... columns) {
        return each(Kind.INTEGER, columns);
    }

    Table number(String column, String sql) {
        return field(column, Kind.INTEGER, sql, null);
    }

    Table truth(String... columns) {
        return each(Kind.TRUTH, columns);
    }

    Table truthOf(String column, String sql) {
        return field(column, Kind.TRUTH, sql, null);
    }

    Table day(String... columns) {
        return each(Kind.DAY, columns);
    }

    Table moment(String... columns) {
        return each(Kind.MOMENT, columns);
    }

    /** An amount in the currency of the column {@code currency} of the same row. */
    Table amount(String... columns) {
        for (String column : columns) {
            amountOf(column, "t." + column, "t.currency");
        }
        return this;
    }

    Table amountOf(String column, String sql, String currency) {
        return field(column, Kind.AMOUNT, sql, currency);
    }

    /** The row's own number, where it has no code. */
    Table numbered(String of) {
        return field("number", Kind.NUMBERED, "t.id", of).key("number");
    }

    Table numberOf(String column, String table, String of, String sql) {
        references.add(new Reference(List.of(column), table, List.of("number")));
        return field(column, Kind.NUMBERED, sql, of);
    }

    /** Refers to a row by its code; {@code id} is the column of the database that holds its id. */
    Table ref(String column, String table, String theirs, String id) {
        return refWhere(column, table, theirs, id, "r.organisation_id = :org");
    }

    Table refWhere(String column, String table, String theirs, String id, String known) {
        references.add(new Reference(List.of(column), table, List.of("code")));
        return textOf(column, "(select r.code from " + theirs + " r where r.id = t." + id + " and " + known + ")");
    }

    Table place(String column) {
        return place(column, column + "_id");
    }

    Table place(String column, String id) {
        return refWhere(column, "places", "place", id, KNOWN_PLACE);
    }

    Table lot(String column, String id) {
        return refWhere(column, "lots", "lot", id, KNOWN_LOT);
    }

    Table lot() {
        return lot("lot", "lot_id");
    }

    Table item() {
        return item("item", "item_id");
    }

    Table item(String column, String id) {
        return refWhere(column, "items", "item", id, "(r.organisation_id is null or r.organisation_id = :org)");
    }

    Table programme() {
        return ref("programme", "programmes", "programme", "programme_id");
    }

    /** Who of the house did it; whoever comes from a recipient is not told. */
    Table person(String column) {
        return person(column, column);
    }

    Table person(String column, String id) {
        references.add(new Reference(List.of(column), "people", List.of("name")));
        return textOf(column, "(select r.name from person r where r.id = t." + id
                + " and r.organisation_id = :org and r.recipient_id is null)");
    }

    /** Refers by columns that are here already. */
    Table refers(List<String> columns, String table, List<String> its) {
        references.add(new Reference(columns, table, its));
        return this;
    }

    String name() {
        return name;
    }

    String source() {
        return source;
    }

    List<Field> fields() {
        return fields;
    }

    List<Reference> references() {
        return references;
    }

    List<String> key() {
        return key;
    }

    int order() {
        return order.size();
    }

    int batch() {
        return batch;
    }

    /** How the next rows are read: the columns, their currencies behind them, then what tells rows apart. */
    String sql(boolean first, Long organisation) {
        List<String> columns = new ArrayList<>(fields.stream().map(Field::sql).toList());
        fields.stream().filter(field -> field.kind() == Kind.AMOUNT).map(Field::more).forEach(columns::add);
        order.forEach(column -> columns.add("t." + column));
        String select = "select " + String.join(", ", columns) + " from " + source + " t where " + where
                + (first ? "" : " and " + after(0)) + " order by " + (where.startsWith(OURS) ? "t.organisation_id, " : "")
                + "t." + String.join(", t.", order)
                + " fetch first " + batch + " rows only";
        return select.replace(":org", organisation.toString());
    }

    private String after(int at) {
        String column = "t." + order.get(at);
        return at == order.size() - 1
                ? column + " > ?"
                : "(" + column + " > ? or (" + column + " = ? and " + after(at + 1) + "))";
    }
}
