package org.kindtrail.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.kindtrail.kernel.CodeNumbers;

/**
 * The numbers of a sequence, a thousand at a time, shuffled by a Feistel network with the key that stands beside it: a
 * permutation, so that two are never alike, however many there are and on however many nodes.
 */
@ApplicationScoped
class ShuffledNumbers implements CodeNumbers {
    private static final int BLOCK = 1000;
    private static final int HALF = 18;
    private static final long MASK = (1L << HALF) - 1;
    private static final int ROUNDS = 4;

    private final DataSource database;
    private final Vendor vendor;
    private Mac[] rounds;
    private long next;
    private long end;

    ShuffledNumbers(DataSource database, Vendor vendor) {
        this.database = database;
        this.vendor = vendor;
    }

    @Override
    public synchronized long next() {
        if (next == end) {
            takeBlock();
        }
        long number = next++;
        if (number >>> BITS != 0) {
            throw new IllegalStateException("all numbers for codes are given out");
        }
        // 36 bits are shuffled; what leaves the 35 bits goes round until it is back: still a permutation of those.
        long shuffled = number;
        do {
            shuffled = shuffled(shuffled);
        } while (shuffled >>> BITS != 0);
        return shuffled;
    }

    /** In the transaction of who asks, if there is one; what a sequence gave is not taken back with it. */
    private void takeBlock() {
        String sequence = vendor == Vendor.H2 ? "select next value for code_number_seq" : "select nextval('code_number_seq')";
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            if (rounds == null) {
                rounds = keyed(statement);
            }
            try (ResultSet taken = statement.executeQuery(sequence)) {
                taken.next();
                next = taken.getLong(1);
                end = next + BLOCK;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("no numbers for codes", failed);
        }
    }

    private static Mac[] keyed(Statement statement) throws SQLException {
        try (ResultSet key = statement.executeQuery("select shuffling from code_key")) {
            key.next();
            byte[] secret = key.getString(1).getBytes(StandardCharsets.UTF_8);
            Mac[] keyed = new Mac[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                keyed[round] = mac;
            }
            return keyed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private long shuffled(long number) {
        long left = number >>> HALF;
        long right = number & MASK;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mixed = rounds[round].doFinal(ByteBuffer.allocate(9).put((byte) round).putLong(right).array());
            long turned = left ^ (ByteBuffer.wrap(mixed).getLong() & MASK);
            left = right;
            right = turned;
        }
        return left << HALF | right;
    }
}
