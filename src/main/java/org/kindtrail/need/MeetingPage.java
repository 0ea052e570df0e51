package org.kindtrail.need;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.web.Form;

/** The page that asks how a need is met: its lines, what fits each, what is promised, and what somebody typed. */
record MeetingPage(NeedView need, List<Line> lines, List<NeedAllocationView> promised, List<Gone> gone) {
    private static final String TAKE = "take.";

    /** A line, what fits it (null when it misses nothing), and the fields to pick by. */
    record Line(NeedView.Line line, CandidatesView fits, List<Pick> picks) {}

    /** A field for how many of a lot a line gets. */
    record Pick(String name, CandidatesView.Candidate candidate) {}

    /** Something was typed for what is not free any more. */
    record Gone(String name, String lot, String typed) {}

    static MeetingPage of(AllocationService.Meeting meeting, Form form) {
        Map<Integer, CandidatesView> fitting =
                meeting.candidates().stream().collect(Collectors.toMap(CandidatesView::line, Function.identity()));
        List<Line> lines = meeting.need().lines().stream()
                .map(line -> line(line, fitting.get(line.line())))
                .toList();
        Set<String> shown = new HashSet<>();
        lines.forEach(line -> line.picks().forEach(pick -> shown.add(pick.name())));
        List<Gone> gone = taken(form).stream()
                .filter(name -> !shown.contains(name))
                .map(name -> new Gone(name, name.split("\\.")[2], form.value(name)))
                .toList();
        return new MeetingPage(meeting.need(), lines, meeting.promised(), gone);
    }

    private static Line line(NeedView.Line line, CandidatesView fits) {
        List<Pick> picks = fits == null
                ? List.of()
                : fits.candidates().stream()
                        .map(each -> new Pick(TAKE + line.line() + "." + each.lot() + "." + each.place(), each))
                        .toList();
        return new Line(line, fits, picks);
    }

    /** The fields in which something was typed, each named by line, lot and place, so that it is known wherever it stands. */
    static List<String> taken(Form form) {
        return form.typed().keySet().stream()
                .filter(name -> name.matches("take\\.[0-9]{1,3}\\.[0-9A-Z-]{1,16}\\.[0-9A-Z-]{1,16}") && form.has(name))
                .toList();
    }

    /** Dispatches on which promises lie ready. */
    public List<String> dispatches() {
        List<String> codes = new ArrayList<>();
        promised.stream()
                .map(NeedAllocationView::dispatch)
                .filter(code -> code != null && !codes.contains(code))
                .forEach(codes::add);
        return codes;
    }

    /** Whether something is promised that is on no dispatch yet. */
    public boolean toDispatch() {
        return promised.stream().anyMatch(each -> each.dispatch() == null);
    }

    /** Whether some of it is taken back by itself one day. */
    public boolean keeping() {
        return keptUntil() != null;
    }

    /** The first moment at which something of it is taken back by itself; null: never. */
    public Instant keptUntil() {
        return promised.stream()
                .filter(each -> each.dispatch() == null && each.keptUntil() != null)
                .map(NeedAllocationView::keptUntil)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether something in stock fits what is missing. */
    public boolean fits() {
        return lines.stream().anyMatch(line -> line.fits() != null && line.fits().atOnce() > 0);
    }

    public boolean picking() {
        return fits() || !gone.isEmpty();
    }

    /** Whether promising is what comes next. */
    public boolean nextIsToPromise() {
        return promised.isEmpty();
    }
}
