package org.kindtrail.stock;

import org.kindtrail.kernel.Code;

/** Where the document behind a movement can be read. The ledger knows documents by their codes alone. */
public final class DocumentPage {
    private DocumentPage() {}

    /** The address of the document's page; null when it has none of its own. */
    public static String of(String document) {
        return switch (Code.kindOf(document)) {
            case DONATION -> "/donations/" + document;
            case SORTING -> "/sortings/" + document;
            case DISPATCH -> "/dispatches/" + document;
            case MOVE -> "/moves/" + document;
            case HOLD -> "/holds/" + document;
            case DELIVERY -> "/deliveries/" + document;
            case WORK -> "/works/" + document;
            case SALE -> "/sales/" + document;
            case TAKINGS -> "/takings/" + document;
            case PASS_ON -> "/pass-ons/" + document;
            case PURCHASE -> "/purchases/" + document;
            case REFUND -> "/refunds/" + document;
            case PAY_OUT -> "/pay-outs/" + document;
            case TRANSFER -> "/transfers/" + document;
            case EXCHANGE -> "/exchanges/" + document;
            case STOCKTAKE -> "/stocktakes/" + document;
            case WRITE_OFF -> "/write-offs/" + document;
            case SHIPMENT -> "/shipments/" + document;
            case RECEIPT -> "/receipts/" + document;
            case IMPORT -> "/imports/" + document;
            default -> null;
        };
    }
}
