package org.kindtrail.stock;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a replay of the whole ledger has found. */
@Schema(name = "LedgerVerification", description = "What a replay of the whole ledger has found")
public record LedgerView(
        @Schema(description = "How many movements were replayed", examples = "128") long movements,
        @Schema(description = "How many balances are kept", examples = "41") long balances,
        @Schema(description = "How many differences there are; none, when all is well", examples = "0") long differences,
        @Schema(description = "The three numbers in a line", examples = "128 movements, 41 balances, 0 differences")
                String line,
        @Schema(description = "The first 20 differences in words; they name lots and places by code") List<String> first) {}
