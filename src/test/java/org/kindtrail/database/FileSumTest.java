package org.kindtrail.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
class FileSumTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("kindtrail.mv.db");
        Files.write(file, new byte[3 << 20]);
        FileSum.of(file).write();
    }

    private void change(long at) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(at);
            open.write(1);
        }
    }

    @Test
    void aFileThatIsAsItWasIsWhole() {
        assertThat(FileSum.of(file).isWhole()).isTrue();
    }

    @Test
    void oneByteInTheMiddleIsFoundOut() throws IOException {
        change(2 << 20);
        assertThat(FileSum.of(file).isWhole()).isFalse();
    }

    @Test
    void aFileThatTheEngineHasWrittenSinceIsAnother() throws IOException {
        change(100);
        change(2 << 20);
        assertThat(FileSum.of(file).isWhole()).isTrue();
    }

    @Test
    void onceOpenItsSumIsOfNoUse() throws IOException {
        assertThat(FileSum.of(file).isWholeAtStart()).isTrue();
        assertThat(folder.resolve("kindtrail.sum")).doesNotExist();
        change(2 << 20);
        assertThat(FileSum.of(file).isWhole()).isTrue();
    }

    @Test
    void aFileThatTheEngineCannotReadIsToldOfWithWhatToDo() throws IOException {
        Files.delete(folder.resolve("kindtrail.sum"));
        Properties account = new Properties();
        account.put("user", "sa");
        account.put("password", "");
        assertThatThrownBy(() -> new ChoosingDriver().connect("jdbc:h2:file:" + folder.resolve("kindtrail"), account))
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith("The file of the database is damaged: the engine cannot read " + file)
                .hasMessageContaining("scripts/restore");
    }
}
