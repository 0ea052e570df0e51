package org.kindtrail.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.hibernate.Session;
import org.kindtrail.kernel.DomainException;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.HouseSecret;

/**
 * The same request sent twice acts once, and the repeat gets the first answer. The request's key is claimed in the
 * transaction that does the work, before the work: a repeat that comes meanwhile waits for it at the claim.
 * A request that meets a deadlock or a code already taken is tried again, as a whole.
 */
@ApplicationScoped
public class Once {
    private static final int TRIES = 4;
    private static final String TAKEN = "23505";
    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Scope scope;
    private final Frame frame;
    private final HouseSecret house;

    Once(EntityManager database, ObjectMapper json, Clock clock, Scope scope, Frame frame, HouseSecret house) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.scope = scope;
        this.frame = frame;
        this.house = house;
    }

    /** A request under this key was answered or is being answered. */
    private static final class Repeat extends RuntimeException {
        Repeat() {
            super(null, null, false, false);
        }
    }

    /** A key that was used for another request. */
    static final class KeyReused extends DomainException {
        KeyReused(String key) {
            super(key, Map.of());
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public String type() {
            return "key-reused";
        }
    }

    private record Answer(String digest, int status, String location, String body) {}

    /**
     * A program's POST.
     *
     * @param key the {@code Idempotency-Key} header; null: the request is done each time it comes
     * @param command what was sent, as read from JSON
     */
    public Response answer(String key, Object command, Supplier<Reply> act) {
        return answer(key, command, act, body -> body);
    }

    /**
     * A program's POST whose answer holds a secret.
     *
     * @param completed puts into the body, on its way out, what must not be kept with the first answer; it gives the same
     *     for a repeat
     */
    public Response answer(String key, Object command, Supplier<Reply> act, UnaryOperator<String> completed) {
        if (command == null) {
            throw new Unreadable("", "error_json_missing", Map.of());
        }
        if (key != null && (key.isBlank() || key.length() > 100)) {
            throw new Unreadable("Idempotency-Key", "error_idempotency_key", Map.of());
        }
        Answer answer = key == null
                ? tried(() -> inTransaction(() -> written("", act.get())))
                : once(key, digest(command), act, "error_key_reused");
        Response.ResponseBuilder response = Response.status(answer.status()).type("application/json");
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        return response.entity(completed.apply(answer.body())).build();
    }

    /**
     * The same, for an answer that is read again as what it was written from.
     *
     * @param view what the act answers with
     */
    public <V> Response answer(
            String key, Object command, Supplier<Reply> act, Class<V> view, UnaryOperator<V> completed) {
        return answer(key, command, act, body -> {
            try {
                return json.writeValueAsString(completed.apply(json.readValue(body, view)));
            } catch (JsonProcessingException impossible) {
                // Its cause may hold a secret.
                throw new IllegalStateException("A " + view.getSimpleName() + " cannot be written");
            }
        });
    }

    /**
     * A form: acts and leads on (303), or comes back with everything that was typed.
     *
     * @param act does the work and says where the reader is led
     * @param again the page with the form, for a refusal
     */
    public Response submit(Form form, Supplier<String> act, Function<Form, TemplateInstance> again) {
        try {
            Answer answer = once(
                    form.key(),
                    digest(form.withoutPasswords()),
                    () -> new Reply(303, act.get(), null),
                    "error_form_sent_before");
            return Response.status(303).location(URI.create(answer.location())).build();
        } catch (DomainException refusal) {
            return again(form, refusal, again);
        }
    }

    /**
     * A form whose answer is the page itself, and that is done each time it comes: nothing of the answer is kept, so this is
     * for what may be shown but not stored.
     *
     * @param act does the work and makes the page
     * @param again the page with the form, for a refusal
     */
    public Response show(Form form, Supplier<TemplateInstance> act, Function<Form, TemplateInstance> again) {
        try {
            return Response.ok(tried(act), "text/html;charset=UTF-8").build();
        } catch (DomainException refusal) {
            return again(form, refusal, again);
        }
    }

    private static Response again(Form form, DomainException refusal, Function<Form, TemplateInstance> again) {
        if (refusal.status() != 422 && refusal.status() != 409) {
            throw refusal;
        }
        return Response.status(refusal.status())
                .type("text/html;charset=UTF-8")
                .entity(again.apply(form.refusedFor(refusal)))
                .build();
    }

    /**
     * By what a repeat is told from another request under the same key. A telephone number or an address could be guessed from
     * a plain digest in a stolen database, so it is made with the house's secret.
     */
    private String digest(Object sent) {
        return house.digest("answer", frame.getPath() + "\n" + text(sent));
    }

    private Answer once(String key, String digest, Supplier<Reply> act, String reusedWords) {
        Answer answer;
        try {
            answer = tried(() -> inTransaction(() -> {
                claim(key, digest);
                Answer given = written(digest, act.get());
                keep(key, given);
                return given;
            }));
        } catch (Repeat repeat) {
            answer = inTransaction(() -> first(key));
            if (!answer.digest().equals(digest)) {
                throw new KeyReused(reusedWords);
            }
        }
        return answer;
    }

    /** One of its own, so that another try starts with nothing half done; inside another one it is refused at once. */
    private static <T> T inTransaction(java.util.concurrent.Callable<T> work) {
        return QuarkusTransaction.disallowingExisting().call(work);
    }

    private static <T> T tried(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                RuntimeException plain = plain(e);
                if (plain instanceof Repeat || plain instanceof DomainException) {
                    throw plain;
                }
                if (!worthAnotherTry(e)) {
                    throw e;
                }
                if (tries == TRIES) {
                    throw new Refused(isTaken(e) ? "error_taken" : "error_busy");
                }
                stepAside(tries);
            }
        }
    }

    /** Those who were in each other's way come back at different moments. */
    private static void stepAside(int tries) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(5, 30) * tries));
    }

    /** The domain's own exception, when the transaction's wrapper hides one. */
    private static RuntimeException plain(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException || cause instanceof Repeat) {
                return (RuntimeException) cause;
            }
        }
        return e;
    }

    /** Deadlock or serialisation failure, or a unique code drawn twice. */
    private static boolean worthAnotherTry(Throwable e) {
        return state(e).startsWith("40") || isTaken(e);
    }

    /** Something that there may be once only is there; when that stays so, it is no accident. */
    private static boolean isTaken(Throwable e) {
        return state(e).equals(TAKEN);
    }

    private static String state(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private void claim(String key, String digest) {
        database.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into answer (asker, request_key, digest, created_at) values (?, ?, ?, ?)")) {
                insert.setString(1, scope.asker());
                insert.setString(2, key);
                insert.setString(3, digest);
                insert.setObject(4, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                insert.executeUpdate();
            } catch (SQLException e) {
                if (TAKEN.equals(e.getSQLState())) {
                    throw new Repeat();
                }
                throw e;
            }
        });
    }

    private void keep(String key, Answer answer) {
        database.flush();
        database.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update answer set status = ?, location = ?, body = ? where asker = ? and request_key = ?")) {
                update.setInt(1, answer.status());
                update.setString(2, answer.location());
                update.setString(3, answer.body());
                update.setString(4, scope.asker());
                update.setString(5, key);
                update.executeUpdate();
            }
        });
    }

    /**
     * Its row is locked, which is written down: so the repeat, too, is answered only when a synchronous standby has all of it. What
     * was committed while none was there can be read at once, and would be lost with the server that alone has it.
     */
    private Answer first(String key) {
        List<Object[]> found = database.createNativeQuery(
                        "select digest, status, location, body from answer where asker = ?1 and request_key = ?2 for update",
                        Object[].class)
                .setParameter(1, scope.asker())
                .setParameter(2, key)
                .getResultList();
        if (found.isEmpty() || found.get(0)[1] == null) {
            throw new Refused("error_busy");
        }
        Object[] row = found.get(0);
        return new Answer((String) row[0], ((Number) row[1]).intValue(), (String) row[2], (String) row[3]);
    }

    private Answer written(String digest, Reply reply) {
        return new Answer(digest, reply.status(), reply.location(), reply.body() == null ? null : text(reply.body()));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
