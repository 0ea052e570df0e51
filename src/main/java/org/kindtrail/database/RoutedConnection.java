package org.kindtrail.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.kindtrail.kernel.ReplicaReads;

/**
 * A connection to the primary and, opened when it is first needed, one to the replica behind it. Each statement goes to one of
 * them when it is made, as {@link ReplicaReads} says; transactions begin, end and are given up on both. At the replica nothing
 * can be written: it refuses.
 */
final class RoutedConnection implements InvocationHandler {
    interface Opening {
        Connection open() throws SQLException;
    }

    private final Connection primary;
    private final Opening opening;
    private Connection replica;

    private RoutedConnection(Connection primary, Opening opening) {
        this.primary = primary;
        this.opening = opening;
    }

    static Connection around(Connection primary, Opening opening) {
        return (Connection) Proxy.newProxyInstance(
                RoutedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, new RoutedConnection(primary, opening));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "createStatement", "prepareStatement", "prepareCall" -> call(next(), method, arguments);
            case "commit", "rollback", "setAutoCommit" -> {
                endAtReplica(method, arguments);
                yield call(primary, method, arguments);
            }
            case "close", "abort" -> {
                close();
                yield call(primary, method, arguments);
            }
            default -> call(primary, method, arguments);
        };
    }

    private Connection next() throws SQLException {
        if (!ReplicaReads.isNext()) {
            return primary;
        }
        try {
            if (replica == null || replica.isClosed()) {
                replica = opening.open();
                replica.setReadOnly(true);
                replica.setAutoCommit(primary.getAutoCommit());
            }
        } catch (SQLException away) {
            ReplicaReads.away();
            close();
            return primary;
        }
        ReplicaReads.used();
        return replica;
    }

    /** Only reading ends there; what was read holds, however that ends. */
    private void endAtReplica(Method method, Object[] arguments) throws Throwable {
        if (replica == null) {
            return;
        }
        try {
            call(replica, method, arguments);
        } catch (SQLException broken) {
            close();
        }
    }

    private void close() {
        Connection open = replica;
        replica = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException gone) {
            // It is not used again.
        }
    }

    private static Object call(Connection target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
