package org.kindtrail.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a listener about every statement and commit that goes to the database, so that tests can say how many a request
 * may take. Connections are wrapped only where the system property asks for it; a service never sets it.
 */
final class WatchedConnection {
    static final String COUNTING = "kindtrail.database.counting";

    interface Listener {
        void executed(String sql);

        void committed();
    }

    private static final Listener NOBODY = new Listener() {
        @Override
        public void executed(String sql) {}

        @Override
        public void committed() {}
    };

    private static volatile Listener listener = NOBODY;

    private WatchedConnection() {}

    static void listen(Listener newListener) {
        listener = newListener;
    }

    static boolean isWanted() {
        return Boolean.getBoolean(COUNTING);
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
            if (method.getName().startsWith("execute")) {
                listener.executed(text != null ? text : prepared != null ? prepared : String.join("; ", batch));
                batch.clear();
            }
            return call.go();
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
