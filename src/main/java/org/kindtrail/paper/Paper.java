package org.kindtrail.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A document as it is printed: the same description makes the page and the PDF. It is described step by step, in words of the
 * reader's language, and handed to {@link Papers}. Texts of people go in as they are; nothing sealed belongs in one.
 */
public final class Paper {
    private final String title;
    private final String number;
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private Period period;
    private String scan;

    /** Another document of the kind, one press away on the page. */
    record Choice(String words, String address, boolean chosen) {}

    /** The days that the document is about; the page asks for others. */
    record Period(LocalDate from, LocalDate to, String kept, String value) {}

    private Paper(String title, String number) {
        this.title = title;
        this.number = number;
    }

    /**
     * @param title what kind of document it is, in words
     * @param number its code; null when it has none
     */
    public static Paper of(String title, String number) {
        return new Paper(title, number);
    }

    /** Label and value at the head; without a value a line to write on. */
    public Paper fact(String label, String value) {
        facts.add(new Fact(label, value));
        return this;
    }

    /** The same, but left out when there is no value. */
    public Paper factIfKnown(String label, String value) {
        return value == null || value.isBlank() ? this : fact(label, value);
    }

    /** Something that must not be overlooked, above everything else. */
    public Paper warning(String sentence) {
        warnings.add(sentence);
        return this;
    }

    /** Something for whoever looks at the page; it is not printed. */
    public Paper hint(String sentence) {
        hints.add(sentence);
        return this;
    }

    public Paper table(Table table) {
        tables.add(table);
        return this;
    }

    /** A sentence below the tables. */
    public Paper note(String sentence) {
        notes.add(sentence);
        return this;
    }

    public Paper signature(Signature signature) {
        signatures.add(signature);
        return this;
    }

    public Paper box(Box box) {
        boxes.add(box);
        return this;
    }

    /** Another document of the kind; only the page shows it. */
    public Paper choice(String words, String address, boolean chosen) {
        choices.add(new Choice(words, address, chosen));
        return this;
    }

    /**
     * The page asks for other days, and sends them to its own address as {@code from} and {@code to}.
     *
     * @param kept a parameter that is sent with them; null: none
     */
    public Paper period(LocalDate from, LocalDate to, String kept, String value) {
        period = new Period(from, to, kept, value);
        return this;
    }

    /** @param address what the QR code at the head opens: absolute, in capitals where that is read as well */
    public Paper scan(String address) {
        scan = address;
        return this;
    }

    public String title() {
        return title;
    }

    public String number() {
        return number;
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    public List<String> hints() {
        return List.copyOf(hints);
    }

    public List<Table> tables() {
        return List.copyOf(tables);
    }

    /** The rows of the first table are under way. */
    void begun(Iterator<List<String>> rows) {
        Table first = tables.get(0);
        tables.set(0, new Table(first.heading(), first.columns(), () -> rows, first.foot()));
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    public List<Signature> signatures() {
        return List.copyOf(signatures);
    }

    public List<Box> boxes() {
        return List.copyOf(boxes);
    }

    List<Choice> choices() {
        return List.copyOf(choices);
    }

    Period period() {
        return period;
    }

    /** Null: there is no QR code at the head. */
    public String scan() {
        return scan;
    }

    /** Title and number, as the page and the file are named. */
    public String name() {
        return number == null ? title : title + " " + number;
    }
}
