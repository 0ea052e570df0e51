package org.kindtrail.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("once")
class TracingTest {
    private final List<SpanData> sent = new ArrayList<>();
    private final SpanExporter collector = new SpanExporter() {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            sent.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    };

    @Test
    void aTraceHoldsPatternsKindsAndNumbersAndNothingOfWhatWasAsked() {
        try (Tracing tracing = new Tracing(collector, 1, Clock.systemUTC())) {
            Tracing.Begun begun = tracing.begin();
            begun.executed("select * from Donation where remark = 'aigul@example.org' and id = ?", System.nanoTime());
            begun.end(Seen.of("GET", "/t/TYF0-J44Y-8A9N-PYFD", "/t/{code}", 200, true, "7k2m9qxt", 5_000_000));
        }
        assertThat(sent).extracting(SpanData::getName).containsExactly("select donation", "GET /t/{code}");
        assertThat(sent.get(0).getParentSpanId()).isEqualTo(sent.get(1).getSpanId());
        assertThat(sent.toString()).contains("7k2m9qxt").doesNotContain("TYF0", "aigul", "remark");
    }

    @Test
    void whatIsNotSampledIsNotSent() {
        try (Tracing tracing = new Tracing(collector, 0, Clock.systemUTC())) {
            Tracing.Begun begun = tracing.begin();
            begun.executed("select 1", System.nanoTime());
            begun.end(Seen.of("GET", "/", "/", 500, false, null, 1));
        }
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "select 1|select", "insert into answer (asker) values (?)|insert answer", "update lot set x = ? where id = ?|update lot",
        "delete from attempt where bucket = ?|delete attempt", "SELECT a.b FROM balance a|select balance", "call x|statement",
        "select max(x) from \"odd name\"|select"
    })
    void aStatementIsToldByItsKindAndItsFirstTable(String sql, String told) {
        assertThat(Tracing.inShort(sql)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/k/X,/k/{key},200,true,/k/{key},GET,page,done", "BREW,/nothing/X,,404,true,none,other,page,refused",
        "GET,/q/health/ready,,503,true,/q,GET,own,busy", "POST,/api/v1/x,,500,true,none,POST,program,failed", "GET,/,/,200,false,/,GET,page,broken"
    })
    void whatIsSeenOfARequest(
            String method, String path, String matched, int status, boolean complete, String route, String known, String kind, String outcome) {
        Seen seen = Seen.of(method, path, matched, status, complete, "7k2m9qxt", 1);
        assertThat(List.of(seen.route(), seen.method(), seen.kind(), seen.outcome())).containsExactly(route, known, kind, outcome);
    }
}
