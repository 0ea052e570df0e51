package org.kindtrail.testing;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;

/** Classes that say so come first, all others by their names: the same on every machine. */
public final class InOrder implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparingInt(InOrder::place)
                        .thenComparing(each -> each.getTestClass().getName()));
    }

    private static int place(ClassDescriptor each) {
        return each.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
    }
}
