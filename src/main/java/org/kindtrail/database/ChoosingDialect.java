package org.kindtrail.database;

import org.hibernate.boot.registry.selector.spi.DialectSelector;
import org.hibernate.dialect.Dialect;

/** Answers to the name in application.properties with the dialect of the product that the JDBC URL names. */
public final class ChoosingDialect implements DialectSelector {
    static final String NAME = "kindtrail";

    @Override
    public Class<? extends Dialect> resolve(String name) {
        return NAME.equals(name) ? ChosenVendor.now().dialect() : null;
    }
}
