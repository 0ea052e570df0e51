package org.kindtrail.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * A command beside the service, on the database of an installation that is stopped, or of one on PostgreSQL. Its result goes
 * to the standard output, everything that it says to the standard error. It ends with {@link #NOT_DONE} when it could not
 * work; the other ends are its own.
 */
public abstract class OfflineCommand {
    /** The end of a command that was asked wrongly, or found nothing to work on. */
    protected static final int NOT_DONE = 2;
    /** The name and the password at the embedded file, always (docs/operations.md). */
    protected static final String EMBEDDED = "kindtrail";
    /** H2: another process has the file open. */
    private static final int IN_USE = 90020;

    protected final PrintStream out;
    private final PrintStream err;
    private final Words words = new Words();
    private final Properties shipped = new Properties();
    private final Map<String, String> environment;

    protected OfflineCommand(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        try (InputStream settings = OfflineCommand.class.getResourceAsStream("/application.properties")) {
            shipped.load(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the command with the streams and the environment of this process. */
    protected interface Made {
        OfflineCommand by(PrintStream out, PrintStream err, Map<String, String> environment);
    }

    /** Runs it and ends the process. */
    protected static void end(Made made, String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(made.by(out, err, System.getenv()).run(arguments));
    }

    public abstract int run(String... arguments);

    /** Which database it works on. */
    protected record Where(String url, String told) {}

    /** What is done with the open database; {@code E} is what else may go wrong in it. */
    protected interface Work<E extends Exception> {
        int on(Connection database) throws SQLException, E;
    }

    /**
     * The embedded database in the folder of the data, as the service opens it.
     *
     * @return null, after saying so, when there is none
     */
    protected final Where inFolder(String data) {
        Path folder = Path.of(data).toAbsolutePath().normalize();
        Path file = folder.resolve("kindtrail.mv.db");
        if (!Files.isRegularFile(file)) {
            tell("ledger_cli_missing", Map.of("where", folder.toString(), "file", file.toString()));
            return null;
        }
        return new Where(embedded(folder) + ";IFEXISTS=TRUE", folder.toString());
    }

    /** The URL of the embedded database in a folder, as the service opens it, there or not. */
    protected final String embedded(Path folder) {
        return shipped.getProperty("kindtrail.database.url").replace("${kindtrail.data}", folder.toString());
    }

    /** The database at the URL; what follows the question mark may hold a password and is not told. */
    protected final Where at(String url) {
        return new Where(url, url.replaceFirst("[?;].*$", ""));
    }

    /**
     * @param user null: as the service has it
     * @param refusedKey the words for a database that refuses
     */
    protected final <E extends Exception> int connected(Where where, String user, String refusedKey, Work<E> work)
            throws E {
        String name = user == null ? setting("kindtrail.database.user") : user;
        try (Connection database = DriverManager.getConnection(where.url(), name, setting("kindtrail.database.password"))) {
            return work.on(database);
        } catch (SQLException refused) {
            return isInUse(refused)
                    ? tell("ledger_cli_running", Map.of("where", where.told()))
                    : tell(refusedKey, Map.of("where", where.told(), "reason", oneLine(refused)));
        }
    }

    /** Whether the embedded database refused because another process, the service, has it open. */
    protected static boolean isInUse(SQLException refused) {
        return refused.getErrorCode() == IN_USE;
    }

    protected final int notOurs(Where where) {
        return tell("ledger_cli_not_ours", Map.of("where", where.told()));
    }

    /** As the service has it: the environment before what is shipped. */
    private String setting(String name) {
        String given = environment(name.toUpperCase(Locale.ROOT).replace('.', '_'));
        return given != null ? given : shipped.getProperty(name);
    }

    protected final String environment(String name) {
        return environment.get(name);
    }

    protected static String oneLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }

    /** @return {@link #NOT_DONE} */
    protected final int tell(String key, Map<String, Object> facts) {
        err.println(words.say(Locale.ENGLISH, key, facts));
        return NOT_DONE;
    }
}
