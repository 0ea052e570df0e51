package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Words;

/** Reads the list of who opened what, with the reasons in the reader's words. */
@ApplicationScoped
public class OpeningService {
    /** A reason that one press gave: the key of its words, and the code of the thing that it names, if any. */
    private static final Pattern PRESSED = Pattern.compile("[a-z]+_why_[a-z_]+( .*)?");

    private final Openings openings;
    private final Words words;
    private final Frame frame;

    OpeningService(Openings openings, Words words, Frame frame) {
        this.openings = openings;
        this.words = words;
        this.frame = frame;
    }

    /**
     * Newest first.
     *
     * @param about code of whose sealed details; null for all
     * @throws NotFound when it is no code
     */
    @Transactional
    public Page<OpeningView> list(String about, String after, int size) {
        String code = about == null || about.isBlank() ? null : Code.read(about).orElseThrow(() -> new NotFound(about));
        return Page.of(openings.newest(code, Cursor.id(after), size + 1), size, Openings.Entry::id).map(this::view);
    }

    /** The newest of one. */
    @Transactional
    public List<OpeningView> newest(String about, int count) {
        return openings.newest(about, null, count).stream().map(this::view).toList();
    }

    private OpeningView view(Openings.Entry entry) {
        return new OpeningView(entry.subject(), entry.manner(), said(entry.why()), entry.by(), entry.at());
    }

    /** The reason as it is kept, in words: what was typed is said as it was typed. */
    public String said(String why) {
        int end = why.indexOf(' ');
        String key = end < 0 ? why : why.substring(0, end);
        if (!PRESSED.matcher(why).matches() || !words.has(key)) {
            return why;
        }
        return frame.say(key, Map.of("what", end < 0 ? "" : why.substring(end + 1)));
    }
}
