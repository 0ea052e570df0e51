package org.kindtrail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;

/** Thanks are read by a coordinator before anybody outside reads them. */
@ApplicationScoped
public class ThanksService {
    private final AllThanks thanks;
    private final Scope scope;
    private final History history;
    private final Clock clock;

    ThanksService(AllThanks thanks, Scope scope, History history, Clock clock) {
        this.thanks = thanks;
        this.scope = scope;
        this.history = history;
        this.clock = clock;
    }

    /** @param state null: all */
    @Transactional
    public Page<ThanksView> list(Thanks.State state, String after, int size) {
        return Page.of(thanks.newest(state, Cursor.id(after), size + 1), size, Thanks::getId).map(ThanksView::of);
    }

    /** From now on the givers read it. */
    @Transactional
    public ThanksView approve(String code) {
        return decide(code, Thanks.State.APPROVED);
    }

    /** Nobody outside reads it. */
    @Transactional
    public ThanksView decline(String code) {
        return decide(code, Thanks.State.DECLINED);
    }

    private ThanksView decide(String code, Thanks.State decision) {
        Thanks said = thanks.lock(code);
        said.decide(decision, clock.instant(), scope.person());
        history.note(said.getDispatch().getCode(), "dispatch_thanks_" + decision.word(), said.getCode(), null);
        return ThanksView.of(said);
    }
}
