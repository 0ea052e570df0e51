import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes every letter and keeps to whom it goes. */
final class Sink implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> letters = new CopyOnWriteArrayList<>();

    Sink() throws IOException {
        Thread taking = new Thread(() -> {
            while (!server.isClosed()) {
                try {
                    Socket line = server.accept();
                    Thread talking = new Thread(() -> talk(line));
                    talking.setDaemon(true);
                    talking.start();
                } catch (IOException closed) {
                    return;
                }
            }
        });
        taking.setDaemon(true);
        taking.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** To whom letters came, once for each. */
    List<String> letters() {
        return letters;
    }

    private void talk(Socket socket) {
        try (Socket line = socket;
                BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = line.getOutputStream();
            say(out, "220 sink");
            String to = "";
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                String word = said.toUpperCase(java.util.Locale.ROOT);
                if (word.startsWith("RCPT")) {
                    to = said.replaceAll("^[^<]*<|>.*$", "");
                    say(out, "250 ok");
                } else if (word.startsWith("DATA")) {
                    say(out, "354 go on");
                    while (!".".equals(in.readLine())) {
                        // What it says is its own business.
                    }
                    letters.add(to);
                    say(out, "250 taken");
                } else if (word.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException brokenOff) {
            // Whoever spoke has gone.
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
