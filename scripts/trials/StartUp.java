import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What scripts/bench --start runs: from the start of the process to the first answered page, in turn with an empty Quarkus service
 * that has the same extensions (the same pom.xml, one page, one entity, an embedded database). Both start with an archive of their classes.
 */
final class StartUp {
    private static final int ROUNDS = 5;
    private static final Path SOURCE = Path.of(System.getProperty("kindtrail.source"));

    private StartUp() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("kindtrail-start");
        Path empty = emptyService(SOURCE.resolve("target/empty"));
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        Node full = new Node(Files.createDirectories(folder.resolve("full")));
        full.start();
        full.stop();
        Opened.in(full);
        Node bare = new Node(empty, Files.createDirectories(folder.resolve("bare")));
        for (int i = 0; i < ROUNDS; i++) {
            ours.add(started(full));
            resident.add((double) full.resident());
            full.stop();
            theirs.add(started(bare));
            bare.stop();
            ratios.add(ours.get(i) / theirs.get(i));
        }
        System.out.printf("start to first answered page, medians of %d: %.0f ms; an empty service with the same extensions %.0f ms; ratio %.2f (at most 1.3 was asked)%n",
                ROUNDS, Speed.median(ours), Speed.median(theirs), Speed.median(ratios));
        System.out.printf("resident after start: %.0f MB (at most 300 was asked)%n", Speed.median(resident));
        Node.delete(folder);
        System.exit(Speed.median(ratios) <= 1.3 && Speed.median(resident) <= 300 ? 0 : 1);
    }

    private static double started(Node node) throws IOException, InterruptedException {
        long began = System.nanoTime();
        node.launch();
        while (node.isAlive() && node.status("/") != 200) {
            if (System.nanoTime() - began > 120e9) {
                throw new IllegalStateException("It did not start: " + Files.readString(node.log()));
            }
            Thread.sleep(5);
        }
        if (!node.isAlive()) {
            throw new IllegalStateException("It ended: " + Files.readString(node.log()));
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static Path emptyService(Path at) throws Exception {
        String pom = Files.readString(SOURCE.resolve("pom.xml"))
                .replaceFirst("<artifactId>kindtrail</artifactId>", "<artifactId>kindtrail-empty</artifactId>")
                .replaceAll("(?s)<resources>.*?</resources>", "");
        write(at.resolve("pom.xml"), pom);
        write(at.resolve("src/main/resources/application.properties"), """
                quarkus.http.host=127.0.0.1
                quarkus.http.port=${kindtrail.port}
                quarkus.datasource.db-kind=h2
                quarkus.datasource.jdbc.url=jdbc:h2:file:${kindtrail.data}/empty;DB_CLOSE_ON_EXIT=FALSE
                quarkus.datasource.username=sa
                quarkus.datasource.password=sa
                quarkus.devservices.enabled=false
                quarkus.hibernate-orm.schema-management.strategy=update
                quarkus.banner.enabled=false
                %prod.quarkus.log.category."io.quarkus".level=WARN
                """);
        write(at.resolve("src/main/resources/templates/First/first.html"), "<!DOCTYPE html><html lang=\"en\"><title>{name}</title><h1>{name}</h1></html>\n");
        write(at.resolve("src/main/java/org/kindtrail/First.java"), """
                package org.kindtrail;

                import io.quarkus.hibernate.orm.panache.PanacheEntity;
                import io.quarkus.qute.CheckedTemplate;
                import io.quarkus.qute.TemplateInstance;
                import jakarta.persistence.Entity;
                import jakarta.ws.rs.GET;
                import jakarta.ws.rs.Path;
                import jakarta.ws.rs.Produces;

                @Path("/")
                public class First {
                    @Entity
                    public static class Thing extends PanacheEntity {
                        public String name;
                    }

                    @CheckedTemplate
                    static class Templates {
                        static native TemplateInstance first(String name);
                    }

                    @GET
                    @Produces("text/html")
                    public String first() {
                        Thing thing = Thing.findById(1L);
                        return Templates.first(thing == null ? "empty" : thing.name).render();
                    }
                }
                """);
        Path app = at.resolve("target/quarkus-app");
        Path log = at.resolve("build.log");
        Process build = new ProcessBuilder("mvn", "-B", "-q", "-DskipTests", "-Dquarkus.package.jar.aot.enabled=true", "-Dquarkus.package.jar.aot.type=AppCDS", "package")
                .directory(at.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (build.waitFor() != 0) {
            throw new IllegalStateException("The empty service was not built: " + Files.readString(log));
        }
        return app;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
