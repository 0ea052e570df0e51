package org.kindtrail.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A mail server that answers as the test says, and breaks off where the test says. */
final class ScriptedServer implements AutoCloseable {
    /** In place of an answer: the line is cut. */
    static final String CUT = "cut";

    /** The end of a message, as if it were a command. */
    static final String END = ".";

    private final ServerSocket socket;
    private final Map<String, String> answers = new HashMap<>();
    /** The messages that came whole, up to their end. */
    final List<String> whole = Collections.synchronizedList(new ArrayList<>());

    final List<String> commands = Collections.synchronizedList(new ArrayList<>());

    ScriptedServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "scripted mail server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** From now on the command, by its first word, is answered so. */
    ScriptedServer answers(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket line = socket.accept()) {
                talk(line);
            } catch (IOException over) {
                // the next one
            }
        }
    }

    private void talk(Socket line) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        if (!say(line, answers.getOrDefault("hello", "220 here"))) {
            return;
        }
        StringBuilder message = null;
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            if (message != null && !text.equals(END)) {
                message.append(text).append('\n');
                continue;
            }
            String command = text.split("[ :]")[0].toUpperCase();
            commands.add(command);
            if (command.equals(END)) {
                whole.add(String.valueOf(message));
                message = null;
            }
            String answer = answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 good");
            if (command.equals("DATA") && answer.startsWith("354")) {
                message = new StringBuilder();
            }
            if (!say(line, answer) || command.equals("QUIT")) {
                return;
            }
        }
    }

    private static boolean say(Socket line, String answer) throws IOException {
        if (answer.equals(CUT)) {
            return false;
        }
        line.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
