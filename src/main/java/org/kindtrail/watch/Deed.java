package org.kindtrail.watch;

/** Work that is counted, by the node that does it since it started. */
public enum Deed {
    BAG_RECORDED("kindtrail.bags.recorded", "Donations of goods that were recorded"),
    PROMISED("kindtrail.allocations.made", "Promises of goods to lines of needs"),
    PROMISE_REFUSED("kindtrail.allocations.refused", "Times that goods were not promised: too few, the need ended, a fault in what was asked"),
    DEPARTED("kindtrail.dispatches.departed", "Dispatches that left"),
    DELIVERED("kindtrail.deliveries.confirmed", "Dispatches whose arrival was confirmed");

    private final String metric;
    private final String help;

    Deed(String metric, String help) {
        this.metric = metric;
        this.help = help + ", on this node since it started";
    }

    String metric() {
        return metric;
    }

    String help() {
        return help;
    }
}
