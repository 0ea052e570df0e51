package org.kindtrail.watch;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What traces hold: of a request its method, the pattern of its address, its status and its number; of a statement its kind and its
 * first table. Nothing that came with a request, not even a trace that it says it belongs to.
 */
final class Tracing implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SECONDS_TO_CLOSE = 3;
    private static final Pattern STATEMENT = Pattern.compile(
            "(?is)\\s*(select|insert|update|delete|with|set|lock|merge)\\b(?:.*?(?<=\\b(?:from|into|update))\\s+([a-z_]{1,40})\\b)?.*");

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final Clock clock;

    /** @param share of the requests that is traced, from 0 to 1 */
    Tracing(SpanExporter exporter, double share, Clock clock) {
        this.clock = clock;
        provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.builder().put("service.name", "kindtrail").build()))
                .setSampler(Sampler.traceIdRatioBased(share))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
        tracer = provider.get("org.kindtrail");
    }

    static SpanExporter to(String collector) {
        return OtlpHttpSpanExporter.builder().setEndpoint(collector).setTimeout(PATIENCE).build();
    }

    /** A request from its arrival to the end of its answer. */
    final class Begun implements Traces.Request {
        private final Span span = tracer.spanBuilder("request").setSpanKind(SpanKind.SERVER).setNoParent().startSpan();

        @Override
        public void end(Seen seen) {
            span.updateName(seen.method() + " " + seen.route());
            span.setAttribute("http.request.method", seen.method());
            span.setAttribute("http.route", seen.route());
            if (!seen.status().equals("none")) {
                span.setAttribute("http.response.status_code", Long.parseLong(seen.status()));
            }
            if (seen.number() != null) {
                span.setAttribute("kindtrail.request", seen.number());
            }
            if (seen.outcome().equals("failed")) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }

        /** @param began by {@link System#nanoTime} */
        void executed(String sql, long began) {
            if (!span.getSpanContext().isSampled()) {
                return;
            }
            Instant ended = clock.instant();
            tracer.spanBuilder(inShort(sql))
                    .setSpanKind(SpanKind.CLIENT)
                    .setParent(Context.root().with(span))
                    .setStartTimestamp(ended.minusNanos(System.nanoTime() - began))
                    .startSpan()
                    .end(ended);
        }
    }

    Begun begin() {
        return new Begun();
    }

    /** The kind of statement and its first table: "select donation". */
    static String inShort(String sql) {
        Matcher found = STATEMENT.matcher(sql);
        if (!found.matches()) {
            return "statement";
        }
        String kind = found.group(1).toLowerCase(Locale.ROOT);
        return found.group(2) == null ? kind : kind + " " + found.group(2).toLowerCase(Locale.ROOT);
    }

    /** What was not sent yet is sent. */
    @Override
    public void close() {
        provider.shutdown().join(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
    }
}
