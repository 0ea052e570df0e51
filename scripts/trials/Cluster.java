import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of a trial's own, in a folder that is removed with it: made, stopped, shot, followed by a standby. */
final class Cluster implements AutoCloseable {
    static final String USER = "kindtrail";
    static final String PASSWORD = "of this trial alone";
    /** The order and the letter cases of all languages, the same on every machine (docs/operations.md). */
    private static final String LANGUAGES = " template template0 encoding 'UTF8' locale_provider icu icu_locale 'und' locale 'C'";

    private final Path bin;
    private final Path folder;
    private final int port;

    private Cluster(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /**
     * A running server whose settings are as they come, but for what is given.
     *
     * @param settings lines of postgresql.conf
     */
    static Cluster made(String... settings) throws IOException, InterruptedException {
        Cluster cluster = new Cluster(programs(), Files.createTempDirectory("kindtrail-postgresql"), freePort());
        Path secret = cluster.folder.resolve("password");
        Files.writeString(secret, PASSWORD);
        cluster.run("initdb", "-D", cluster.data(), "-U", USER, "--pwfile=" + secret, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C");
        cluster.set("listen_addresses = '127.0.0.1'", "port = " + cluster.port, "unix_socket_directories = ''", "max_connections = 100");
        cluster.set(settings);
        cluster.start();
        return cluster;
    }

    /** Where initdb, postgres and pgbench are: KINDTRAIL_POSTGRESQL_BIN, the path, or where Debian puts the newest. */
    static Path programs() throws IOException {
        List<Path> places = new ArrayList<>();
        if (System.getenv("KINDTRAIL_POSTGRESQL_BIN") != null) {
            places.add(Path.of(System.getenv("KINDTRAIL_POSTGRESQL_BIN")));
        }
        for (String each : System.getenv("PATH").split(File.pathSeparator)) {
            places.add(Path.of(each));
        }
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted(Comparator.comparing((Path each) -> each.getFileName().toString()).reversed())
                        .forEach(each -> places.add(each.resolve("bin")));
            }
        }
        return places.stream()
                .filter(each -> Stream.of("initdb", "postgres", "pg_ctl", "pg_basebackup")
                        .allMatch(program -> Files.isExecutable(each.resolve(program))))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "PostgreSQL's server programs are missing: install PostgreSQL 15 or newer (Debian: apt-get install"
                                + " postgresql), or name the folder that holds initdb in KINDTRAIL_POSTGRESQL_BIN."));
    }

    /** Lines that are added to postgresql.conf; they count from the next start or {@link #reload}. */
    void set(String... settings) throws IOException {
        Files.writeString(
                Path.of(data(), "postgresql.conf"),
                "\n" + String.join("\n", settings) + "\n",
                StandardOpenOption.APPEND);
    }

    void start() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-l", folder.resolve("log").toString(), "-w", "-t", "120", "start");
    }

    void reload() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "reload");
    }

    /** In order: open transactions are broken off, everything is written. */
    void stop() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
    }

    /** Every process of the server at once by SIGKILL, as a power cut would. */
    void kill() throws IOException, InterruptedException {
        long pid = Long.parseLong(Files.readAllLines(Path.of(data(), "postmaster.pid")).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(0, postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) {
            for (int waited = 0; each.isAlive() && waited < 10_000; waited += 10) {
                Thread.sleep(10);
            }
        }
    }

    void promote() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-w", "promote");
    }

    /** A second server that follows this one under the given name (application_name), running. */
    Cluster standby(String name) throws IOException, InterruptedException {
        Cluster standby = new Cluster(bin, Files.createTempDirectory("kindtrail-standby"), freePort());
        Path pass = standby.folder.resolve("pgpass");
        Files.writeString(pass, "127.0.0.1:" + port + ":*:" + USER + ":" + PASSWORD + "\n");
        Files.setPosixFilePermissions(pass, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        String primary = "host=127.0.0.1 port=" + port + " user=" + USER + " passfile=" + pass + " application_name=" + name;
        run("pg_basebackup", "-D", standby.data(), "-R", "-X", "stream", "-c", "fast", "-d", primary);
        standby.set("port = " + standby.port);
        standby.start();
        return standby;
    }

    /** A fresh, empty database; its address. */
    String database(String name) throws SQLException {
        sql("postgres", "create database " + name + LANGUAGES);
        return url(name);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    int port() {
        return port;
    }

    /** The folder of the server's programs. */
    Path bin() {
        return bin;
    }

    /** The folder of the server's data. */
    String data() {
        return folder.resolve("data").toString();
    }

    Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, PASSWORD);
    }

    void sql(String database, String... statements) throws SQLException {
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** Runs one of the server's programs with its password; its output goes to the server's log. */
    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(asNobody());
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = folder.resolve(program + ".out");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.directory(folder.toFile());
        builder.environment().put("PGPASSWORD", PASSWORD);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(program + " failed: " + Files.readString(output));
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is not. */
    static List<String> asNobody() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (Files.exists(Path.of(data(), "postmaster.pid"))) {
            try {
                run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
            } catch (IllegalStateException gone) {
                // It was shot already.
            }
        }
        Node.delete(folder);
    }
}
