import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Something that clients do again and again by HTTP, and how fast they get through. */
interface Work {
    /** Does it once; anything but the expected answer is an error. */
    void once(Wire wire, int client) throws IOException;

    /**
     * What so many clients got done.
     *
     * @param rate how often a second, all together
     * @param p50 the median, in milliseconds
     * @param p99 the time that 99 of 100 were quicker than, in milliseconds
     */
    record Done(double rate, double p50, double p99) {}

    /** So many clients at once for so many seconds. */
    static Done during(Work work, Node node, String token, int clients, double seconds) throws Exception {
        List<long[]> times = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        AtomicReference<Exception> fault = new AtomicReference<>();
        CountDownLatch ready = new CountDownLatch(clients);
        CountDownLatch go = new CountDownLatch(1);
        for (int i = 0; i < clients; i++) {
            int client = i;
            Thread thread = new Thread(() -> {
                long[] mine = new long[1024];
                int done = 0;
                try (Wire wire = new Wire(node.port(), token)) {
                    ready.countDown();
                    go.await();
                    long end = System.nanoTime() + (long) (seconds * 1e9);
                    for (long began = System.nanoTime(); began < end; ) {
                        work.once(wire, client);
                        long now = System.nanoTime();
                        if (done == mine.length) {
                            mine = Arrays.copyOf(mine, 2 * done);
                        }
                        mine[done++] = now - began;
                        began = now;
                    }
                } catch (Exception e) {
                    fault.compareAndSet(null, e);
                    ready.countDown();
                }
                synchronized (times) {
                    times.add(Arrays.copyOf(mine, done));
                }
            });
            thread.start();
            threads.add(thread);
        }
        ready.await();
        long began = System.nanoTime();
        go.countDown();
        for (Thread each : threads) {
            each.join();
        }
        if (fault.get() != null) {
            throw fault.get();
        }
        double took = (System.nanoTime() - began) / 1e9;
        long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Done(all.length / took, all[all.length / 2] / 1e6, all[(int) (all.length * 0.99)] / 1e6);
    }

    /** A GET of one of these, in turn. */
    static Work reading(List<String> paths) {
        return new Work() {
            private final java.util.concurrent.atomic.AtomicInteger turn = new java.util.concurrent.atomic.AtomicInteger();

            @Override
            public void once(Wire wire, int client) throws IOException {
                String path = paths.get(Math.floorMod(turn.incrementAndGet() * 7919, paths.size()));
                expect(wire.get(path), 200, path);
            }
        };
    }

    /** An itemised bag with five lines comes in. */
    static Work bags(Opened opened, List<String> things) {
        java.util.concurrent.atomic.AtomicInteger turn = new java.util.concurrent.atomic.AtomicInteger();
        return (wire, client) -> {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < Stock.LINES; i++) {
                lines.append(i == 0 ? "" : ",").append("{\"item\":\"").append(things.get(Math.floorMod(turn.incrementAndGet(), things.size())))
                        .append("\",\"quantity\":3}");
            }
            expect(
                    wire.post("/api/v1/donations", UUID.randomUUID().toString(), "{\"drive\":\"" + opened.drive() + "\",\"place\":\""
                            + opened.site() + "\",\"lines\":[" + lines + "]}"),
                    201,
                    "a bag");
        };
    }

    /** Five lines of a need are promised, picked, loaded and sent off: four requests. */
    static Work dispatches(Queue<String> needs) {
        return (wire, client) -> {
            String need = needs.remove();
            expect(wire.post("/api/v1/allocations", UUID.randomUUID().toString(), "{\"need\":\"" + need + "\"}"), 201, "a promise");
            Wire.Answer made = expect(
                    wire.post("/api/v1/dispatches", UUID.randomUUID().toString(), "{\"need\":\"" + need + "\"}"), 201, "a dispatch");
            String code = Node.JSON.readTree(made.body()).get("code").asText();
            expect(wire.post("/api/v1/dispatches/" + code + "/load", UUID.randomUUID().toString(), "{}"), 200, "loading");
            expect(wire.post("/api/v1/dispatches/" + code + "/depart", UUID.randomUUID().toString(), "{}"), 200, "departing");
        };
    }

    static Queue<String> queue(List<String> needs) {
        return new ConcurrentLinkedQueue<>(new ArrayDeque<>(needs));
    }

    static Wire.Answer expect(Wire.Answer answer, int status, String what) {
        if (answer.status() != status) {
            throw new IllegalStateException(what + ": " + answer.status() + " " + answer.text());
        }
        return answer;
    }
}
