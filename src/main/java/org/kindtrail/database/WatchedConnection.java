package org.kindtrail.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Tells a listener about every statement and commit that goes to the database, so that tests can say how many a request
 * may take, and traces how long. Connections are wrapped only where the system property or {@link StatementTimes} asks for it.
 */
final class WatchedConnection {
    static final String COUNTING = "kindtrail.database.counting";

    interface Listener {
        void executed(String sql);

        void committed();

        /** @param began by {@link System#nanoTime} */
        default void executed(String sql, long began) {}
    }

    private static final Listener NOBODY = new Listener() {
        @Override
        public void executed(String sql) {}

        @Override
        public void committed() {}
    };

    private static volatile Listener listener = NOBODY;
    private static volatile boolean timed;
    /** Connections are made before anybody says that they want to be told. */
    private static final boolean TRACED =
            ConfigProvider.getConfig().getOptionalValue("kindtrail.traces.url", String.class).isPresent();

    private WatchedConnection() {}

    static void listen(Listener newListener) {
        listener = newListener;
    }

    static boolean isWanted() {
        return Boolean.getBoolean(COUNTING) || timed || TRACED;
    }

    /** From now on connections are watched. */
    static void time(Listener newListener) {
        timed = true;
        listen(newListener);
    }

    static Connection around(Connection connection) {
        return wrap(Connection.class, connection, (method, arguments, call) -> {
            Object result = call.go();
            if (method.getName().equals("commit")) {
                listener.committed();
            }
            return result instanceof Statement statement ? around(method, arguments, statement) : result;
        });
    }

    /** Keeps the declared type, because a prepared statement is more than a statement. */
    private static Object around(Method preparation, Object[] arguments, Statement statement) {
        String prepared = textIn(arguments);
        List<String> batch = new ArrayList<>();
        return wrap(preparation.getReturnType(), statement, (method, given, call) -> {
            String text = textIn(given);
            if (method.getName().equals("addBatch") && text != null) {
                batch.add(text);
            }
            if (!method.getName().startsWith("execute")) {
                return call.go();
            }
            String sql = text != null ? text : prepared != null ? prepared : String.join("; ", batch);
            listener.executed(sql);
            batch.clear();
            long began = System.nanoTime();
            try {
                return call.go();
            } finally {
                listener.executed(sql, began);
            }
        });
    }

    private static String textIn(Object[] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : null;
    }

    private interface Call {
        Object go() throws Throwable;
    }

    private interface Watch {
        Object over(Method method, Object[] arguments, Call call) throws Throwable;
    }

    @SuppressWarnings("unchecked")
    private static <T> T wrap(Class<?> type, T target, Watch watch) {
        InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> watch.over(method, arguments, () -> invoke(target, method, arguments));
        };
        return (T) Proxy.newProxyInstance(WatchedConnection.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
