package org.kindtrail.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Network addresses in digits; no name is ever looked up. */
public final class Network {
    private static final int WHOLE_NETWORK = 8;
    private static final String PART = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";
    private static final String FOUR_PARTS = PART + "(\\." + PART + "){3}";

    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /**
     * The place that an address stands for, by which guesses are counted: an IPv4 address, or a whole IPv6 network of the
     * usual size (/64), as whoever has one address of it has them all. What is no address comes back as it is.
     */
    public static String of(String address) {
        if (address == null) {
            return "";
        }
        byte[] bytes = bytes(address).orElse(null);
        if (bytes == null) {
            return address;
        }
        return bytes.length == 4 ? dotted(bytes) : HexFormat.of().formatHex(bytes, 0, WHOLE_NETWORK);
    }

    /**
     * A block of addresses: {@code 10.0.0.0/8}, {@code fd00::/8}, or one address.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Network block(String written) {
        String[] parts = written.strip().split("/", 2);
        byte[] address = bytes(parts[0]).orElseThrow(() -> new IllegalArgumentException(written + " is no network address"));
        int most = address.length * 8;
        if (parts.length == 2 && !parts[1].matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException(written + " is no block of network addresses");
        }
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : most;
        if (bits > most) {
            throw new IllegalArgumentException(written + " is no block of network addresses");
        }
        return new Network(address, bits);
    }

    static boolean isAddress(String text) {
        return bytes(text).isPresent();
    }

    boolean has(String candidate) {
        byte[] other = bytes(candidate).orElse(null);
        if (other == null || other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Four or sixteen bytes; an IPv4 address in IPv6 clothes has four. */
    private static Optional<byte[]> bytes(String address) {
        String plain = address.replaceFirst("^\\[(.*)]$", "$1").replaceFirst("%.*$", "");
        if (!plain.matches(FOUR_PARTS) && !plain.matches("(?=.*:)[0-9A-Fa-f:]+(:" + FOUR_PARTS + ")?")) {
            return Optional.empty();
        }
        try {
            // digits and colons only, so nothing is looked up
            return Optional.of(InetAddress.getByName(plain).getAddress());
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static String dotted(byte[] four) {
        return Arrays.stream(new int[] {four[0], four[1], four[2], four[3]})
                .mapToObj(each -> String.valueOf(each & 0xff))
                .reduce((a, b) -> a + "." + b)
                .orElseThrow();
    }
}
