import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Things that somebody may do something with next, drawn at random; when there are too many, one is forgotten. */
final class Pool<T> {
    private static final int MOST = 3000;

    private final List<T> things = new ArrayList<>();

    synchronized void add(Random random, T thing) {
        if (things.size() < MOST) {
            things.add(thing);
        } else {
            things.set(random.nextInt(MOST), thing);
        }
    }

    /** One of them; it stays, so that somebody else may want it in the same moment. Null when there is none. */
    synchronized T look(Random random) {
        return things.isEmpty() ? null : things.get(random.nextInt(things.size()));
    }

    /** One of them, which nobody else gets, unless they looked. Null when there is none. */
    synchronized T take(Random random) {
        if (things.isEmpty()) {
            return null;
        }
        int at = random.nextInt(things.size());
        T taken = things.get(at);
        things.set(at, things.get(things.size() - 1));
        things.remove(things.size() - 1);
        return taken;
    }

    /** Mostly taken; one in ten is only looked at. */
    T draw(Random random) {
        return random.nextInt(10) == 0 ? look(random) : take(random);
    }
}
