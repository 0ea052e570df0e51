package org.kindtrail.web;

import jakarta.enterprise.context.RequestScoped;

/** Whether what this request reads may be a little old. */
@RequestScoped
class Laggard {
    private boolean may;

    void may(boolean lag) {
        may = lag;
    }

    boolean may() {
        return may;
    }
}
