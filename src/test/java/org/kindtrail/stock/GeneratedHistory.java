package org.kindtrail.stock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;
import org.kindtrail.testing.AnOrganisation;

/**
 * Lives through a random history of one house: goods are received, sorted, moved, promised, released, sent off, delivered,
 * lost and reversed by many threads at once, mostly the same few lots. The seed is printed and makes each thread's choices
 * again; which of two threads comes first is left to chance.
 */
@ApplicationScoped
public class GeneratedHistory {
    static final int THREADS = 16;
    private static final int FEW = 6;

    private final EntityManager database;
    private final Ledger ledger;
    private final Codes codes;
    private final Clock clock;

    GeneratedHistory(EntityManager database, Ledger ledger, Codes codes, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.codes = codes;
        this.clock = clock;
    }

    /** A house whose history is being made, and what its people believe to have done. */
    public final class World {
        final AnOrganisation.House house;
        final List<Long> places = new ArrayList<>();
        Long consignment;
        Long item;
        private final List<Long> lots = new ArrayList<>();
        private final Queue<String> documents = new ConcurrentLinkedQueue<>();
        private final Queue<Long> promises = new ConcurrentLinkedQueue<>();
        final AtomicLong movementsAnswered = new AtomicLong();
        final AtomicLong done = new AtomicLong();
        final AtomicLong refused = new AtomicLong();
        final Map<String, AtomicLong> doneByKind = new ConcurrentHashMap<>();
        private final AtomicLong origins = new AtomicLong(5_000_000_000_000L);

        World(AnOrganisation.House house) {
            this.house = house;
        }

        /** The lots that everybody is at: the newest few. */
        synchronized List<Long> atHand(Random random, int most) {
            List<Long> few = new ArrayList<>(lots.subList(Math.max(0, lots.size() - FEW), lots.size()));
            java.util.Collections.shuffle(few, random);
            return few.subList(0, Math.min(few.size(), 1 + random.nextInt(most)));
        }

        synchronized void known(List<Lot> made) {
            made.forEach(lot -> lots.add(lot.getId()));
        }

        synchronized List<Long> all() {
            return List.copyOf(lots);
        }
    }

    World begin(AnOrganisation.House house) {
        World world = new World(house);
        QuarkusTransaction.requiringNew().run(() -> {
            for (String code : List.of(house.site, house.shelfA, house.shelfB)) {
                world.places.add(database.createQuery("select p.id from Place p where p.code = ?1", Long.class)
                        .setParameter(1, code)
                        .getSingleResult());
            }
            Place consignment = Place.consignment(house.id, codes.next(CodeKind.PLACE), codes.next(CodeKind.DISPATCH));
            database.persist(consignment);
            world.consignment = consignment.getId();
            world.item = database.createQuery("select i.id from Item i where i.code = ?1", Long.class)
                    .setParameter(1, Item.UNSORTED_BAG)
                    .getSingleResult();
        });
        act(world, () -> receive(world, new Random(0)));
        return world;
    }

    /** @return the world after that many acts of each thread */
    World live(AnOrganisation.House house, long seed, int actsEach) throws Exception {
        System.out.println("history with seed " + seed);
        World world = begin(house);
        together(thread -> {
            Random random = new Random(seed * 31 + thread);
            for (int i = 0; i < actsEach; i++) {
                act(world, () -> anything(world, random));
            }
        });
        return world;
    }

    /** Something that one of the threads does. */
    interface Part {
        void play(int thread) throws Exception;
    }

    /** All threads begin at the same moment; what any of them throws is thrown here. */
    static void together(Part part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> parts = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                parts.add(threads.submit(() -> {
                    start.await();
                    part.play(thread);
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> each : parts) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** One act in one transaction; a refusal is counted, anything else that goes wrong is thrown. */
    boolean act(World world, java.util.function.Supplier<Done> act) {
        try {
            Done done = world.house.as(Role.COORDINATOR, () -> QuarkusTransaction.requiringNew().call(act::get));
            if (done == Done.NOTHING) {
                return false;
            }
            // Only what was committed is answered, and so only that is counted.
            world.movementsAnswered.addAndGet(done.movements());
            world.done.incrementAndGet();
            world.doneByKind.computeIfAbsent(done.what(), k -> new AtomicLong()).incrementAndGet();
            done.after().run();
            return true;
        } catch (Refused refusal) {
            world.refused.incrementAndGet();
            return false;
        }
    }

    /** What was answered: how many movements it wrote. */
    record Done(String what, long movements, Runnable after) {
        static final Done NOTHING = new Done("nothing", 0, () -> {});
    }

    private Done anything(World world, Random random) {
        return switch (random.nextInt(14)) {
            case 0 -> receive(world, random);
            case 1, 2 -> convert(world, random);
            case 3, 4, 5 -> move(world, random);
            case 6, 7, 8 -> promise(world, random);
            case 9 -> release(world, random);
            case 10, 11 -> depart(world, random);
            case 12 -> arrive(world, random);
            default -> reverse(world, random);
        };
    }

    Done receive(World world, Random random) {
        String document = codes.next(CodeKind.DONATION);
        List<NewLot> goods = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            goods.add(bag(world, 1 + random.nextInt(40), Grade.UNSORTED));
        }
        List<Lot> made = ledger.receive(
                world.origins.incrementAndGet(), any(world, random), entry(Reason.RECEIVED, document), goods);
        return new Done("receive", made.size(), () -> {
            world.known(made);
            world.documents.add(document);
        });
    }

    private NewLot bag(World world, long quantity, Grade grade) {
        return new NewLot(
                codes.next(CodeKind.BAG), database.find(Item.class, world.item), null, null, grade, quantity);
    }

    private Done convert(World world, Random random) {
        List<Making.Input> inputs = new ArrayList<>();
        for (Long id : world.atHand(random, 3)) {
            Lot input = lot(id);
            inputs.add(new Making.Input(input, somewhere(world, input, random), quantity(random)));
        }
        String document = codes.next(CodeKind.SORTING);
        List<Making.Output> outputs = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            boolean unfit = random.nextInt(4) == 0;
            outputs.add(new Making.Output(
                    bag(world, 1 + random.nextInt(20), unfit ? Grade.UNFIT : Grade.GOOD),
                    unfit ? ledger.boundary(Place.LET_GO) : any(world, random)));
        }
        Conversion made = ledger.convert(new Making(
                ConversionKind.WORKSHOP, inputs.get(0).from(), entry(Reason.WORKSHOP, document), inputs, outputs));
        List<Lot> lots = database.createQuery(
                        "from Lot l where l.conversionId = ?1 and l.grade <> UNFIT", Lot.class)
                .setParameter(1, made.getId())
                .getResultList();
        return new Done("convert", outputs.size() + inputs.size(), () -> {
            world.known(lots);
            world.documents.add(document);
        });
    }

    private Done move(World world, Random random) {
        String document = codes.next(CodeKind.DELIVERY);
        List<Transfer> transfers = new ArrayList<>();
        for (Long id : world.atHand(random, 3)) {
            Lot lot = lot(id);
            Place from = somewhere(world, lot, random);
            Place to = any(world, random);
            if (!from.getId().equals(to.getId())) {
                transfers.add(new Transfer(lot, from, to, quantity(random), entry(Reason.PUT_AWAY, document)));
            }
        }
        if (transfers.isEmpty()) {
            return Done.NOTHING;
        }
        ledger.move(transfers);
        return new Done("move", transfers.size(), () -> world.documents.add(document));
    }

    private Done promise(World world, Random random) {
        String need = codes.next(CodeKind.NEED);
        List<Promise> promises = world.atHand(random, 2).stream()
                .map(this::lot)
                .map(lot -> new Promise(1L, need, lot, somewhere(world, lot, random), quantity(random)))
                .toList();
        List<Long> made = ledger.promise(promises).stream().map(Allocation::getId).toList();
        return new Done("promise", 0, () -> world.promises.addAll(made));
    }

    private Done release(World world, Random random) {
        return ledger.release(taken(world, random)).isEmpty() ? Done.NOTHING : new Done("release", 0, () -> {});
    }

    private Done depart(World world, Random random) {
        List<Allocation> taken = taken(world, random);
        if (taken.isEmpty()) {
            return Done.NOTHING;
        }
        String document = codes.next(CodeKind.DISPATCH);
        ledger.depart(taken, database.find(Place.class, world.consignment), entry(Reason.DEPARTED, document));
        return new Done("depart", taken.size(), () -> world.documents.add(document));
    }

    /** Some of the promises; they stay in the queue, so that others try the same ones. */
    private List<Allocation> taken(World world, Random random) {
        List<Long> ids = world.promises.stream().collect(Collectors.toList());
        java.util.Collections.reverse(ids);
        return ids.stream()
                .limit(8)
                .filter(id -> random.nextInt(3) == 0)
                .map(id -> database.find(Allocation.class, id))
                .toList();
    }

    private Done arrive(World world, Random random) {
        Place consignment = database.find(Place.class, world.consignment);
        List<Long> there = database.createQuery(
                        "select b.lotId from Balance b where b.placeId = ?1 order by b.lotId desc", Long.class)
                .setParameter(1, world.consignment)
                .setMaxResults(3)
                .getResultList();
        if (there.isEmpty()) {
            return Done.NOTHING;
        }
        String document = codes.next(CodeKind.DELIVERY);
        Long[] ends = {Place.DELIVERED, Place.DELIVERED, Place.DELIVERED, Place.LOST};
        List<Transfer> transfers = there.stream()
                .map(id -> new Transfer(
                        lot(id),
                        consignment,
                        ledger.boundary(ends[random.nextInt(ends.length)]),
                        1 + random.nextInt(3),
                        entry(Reason.DELIVERED, document)))
                .toList();
        ledger.move(transfers);
        return new Done("arrive", transfers.size(), () -> world.documents.add(document));
    }

    private Done reverse(World world, Random random) {
        List<String> all = new ArrayList<>(world.documents);
        String document = all.get(Math.max(0, all.size() - 1 - random.nextInt(6)));
        ledger.reverse(document, "counted wrongly");
        long reversed = database.createQuery(
                        "select count(m) from Movement m where m.document = ?1 and m.reverses is not null", Long.class)
                .setParameter(1, document)
                .getSingleResult();
        return new Done("reverse", reversed, () -> {});
    }

    /** One more act of the world, whichever. */
    boolean anythingRandom(World world, Random random) {
        return act(world, () -> anything(world, random));
    }

    /** A bag that is to come in. */
    NewLot bag(long quantity) {
        Item item = database.createQuery("from Item i where i.code = ?1", Item.class)
                .setParameter(1, Item.UNSORTED_BAG)
                .getSingleResult();
        return new NewLot(codes.next(CodeKind.BAG), item, null, null, Grade.UNSORTED, quantity);
    }

    Entry entry(Reason reason, String document) {
        return new Entry(reason, document, clock.instant());
    }

    Lot lot(Long id) {
        return database.find(Lot.class, id);
    }

    private Place any(World world, Random random) {
        return database.find(Place.class, world.places.get(random.nextInt(world.places.size())));
    }

    /** Where some of the lot was a moment ago, if anywhere: by the time of the act others may have been there. */
    private Place somewhere(World world, Lot lot, Random random) {
        List<Long> where = database.createQuery(
                        "select b.placeId from Balance b where b.lotId = ?1 and b.placeId <> ?2 order by b.placeId",
                        Long.class)
                .setParameter(1, lot.getId())
                .setParameter(2, world.consignment)
                .getResultList();
        return where.isEmpty()
                ? any(world, random)
                : database.find(Place.class, where.get(random.nextInt(where.size())));
    }

    private static long quantity(Random random) {
        return 1 + random.nextInt(6);
    }
}
