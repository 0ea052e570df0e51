package org.kindtrail.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;

/** A program of its own, so that it can be given little memory: writes a document of 10,000 lines. */
final class TenThousandLines {
    static final int LINES = 10_000;

    private TenThousandLines() {}

    public static void main(String[] none) throws IOException {
        List<Column> columns = List.of(
                Column.text("Item", 6), Column.text("Lot", 3), Column.number("Quantity", 2), Column.hand("Received", 2));
        Iterable<List<String>> rows = () -> IntStream.rangeClosed(1, LINES)
                .mapToObj(i -> List.of(i % 2 == 0 ? "Қызыл шапан, әжеге өте ұнады" : "兒童冬季外套", "B-0000-0000", "" + i))
                .iterator();
        long[] written = new long[1];
        OutputStream counted = new OutputStream() {
            @Override
            public void write(int one) {
                written[0]++;
            }

            @Override
            public void write(byte[] some, int from, int length) {
                written[0] += length;
            }
        };
        new PdfPaper(new Letterhead("Мейірім қоры", null, "en", false, "No lines."), new Fonts())
                .write(Paper.of("Packing list", "V-0000-0000").table(Table.of(columns, rows)), counted);
        System.out.println(written[0]);
    }
}
