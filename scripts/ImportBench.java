import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of opening stock, and ten times as many: how long from the upload to the last of them in the ledger; see scripts/bench. */
class ImportBench {
    private final Bench bench;
    private final int rows;

    ImportBench(Bench bench, boolean small) {
        this.bench = bench;
        this.rows = small ? 1_000 : 10_000;
    }

    void run() throws Exception {
        imported(500, "warm-up");
        double few = imported(rows, "few");
        double many = imported(10 * rows, "many");
        System.out.printf(
                "%d rows of opening stock: %.1f s; %d rows: %.1f s (at most 60), ratio %.1f (at most 12), heap at most %d MB of 512%n",
                rows, few, 10 * rows, many, many / few, heapUsed());
    }

    private double imported(int count, String name) throws Exception {
        StringBuilder file = new StringBuilder("Item;Size;Condition;Quantity;Place;Reference\r\n");
        String[] items = {"jumpers-man", "warm-jumpers-man", "jumpers-woman"};
        for (int i = 0; i < count; i++) {
            file.append(items[i % 3]).append(";L;good;").append(1 + i % 7).append(';').append(bench.site()).append(';')
                    .append(name).append(i).append("\r\n");
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        long began = System.nanoTime();
        String code = bench.send("imports?kind=stock", "text/csv", bytes).get("code").asText();
        double sent = Bench.seconds(began);
        bench.tell("POST", "imports/" + code + "/check", Map.of());
        JsonNode checked = rested(code);
        double looked = Bench.seconds(began);
        if (checked.get("good").asInt() != count) {
            throw new IllegalStateException("not all rows are good: " + checked);
        }
        bench.tell("POST", "imports/" + code + "/take", Map.of("onlyIfAllGood", true));
        JsonNode taken = rested(code);
        double took = Bench.seconds(began);
        if (taken.get("taken").asInt() != count) {
            throw new IllegalStateException("not all rows were taken: " + taken);
        }
        System.out.printf("  %s, %d rows: sent %.1f s, checked %.1f s, taken %.1f s%n", name, count, sent, looked - sent, took - looked);
        return took;
    }

    private JsonNode rested(String code) throws Exception {
        while (true) {
            JsonNode now = bench.ask("imports/" + code);
            if (!now.get("state").asText().endsWith("ing")) {
                return now;
            }
            Thread.sleep(100);
        }
    }

    private long heapUsed() throws Exception {
        long most = 0;
        for (String line : Files.readAllLines(bench.data().resolve("gc.log"))) {
            Matcher used = Pattern.compile("(\\d+)M->\\d+M\\(").matcher(line);
            if (used.find()) {
                most = Math.max(most, Long.parseLong(used.group(1)));
            }
        }
        return most;
    }
}
