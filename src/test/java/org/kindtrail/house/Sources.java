package org.kindtrail.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the checkout; tests run at its top. */
final class Sources {
    private Sources() {}

    /** What stands in each file below the folder whose name ends so, by path. */
    static Map<String, String> below(String folder, String ending) {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(each -> each.toString().endsWith(ending)).toList()) {
                found.put(file.toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
