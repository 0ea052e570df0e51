package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.Attempts;
import org.kindtrail.account.History;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.recipient.Recipients;
import org.kindtrail.web.Frame;

/** What can be done with wish lists, and what everybody reads in them. */
@ApplicationScoped
public class WishListService {
    private final WishLists lists;
    private final NeedRules asking;
    private final Recipients recipients;
    private final Organisations organisations;
    private final Catalogue catalogue;
    private final EntityManager database;
    private final Attempts attempts;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Frame frame;
    private final Clock clock;

    WishListService(
            WishLists lists,
            NeedRules asking,
            Recipients recipients,
            Organisations organisations,
            Catalogue catalogue,
            EntityManager database,
            Attempts attempts,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Frame frame,
            Clock clock) {
        this.lists = lists;
        this.asking = asking;
        this.recipients = recipients;
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.database = database;
        this.attempts = attempts;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.frame = frame;
        this.clock = clock;
    }

    /** @throws Invalid naming the fields at fault */
    @Transactional
    public WishListView open(OpenWishList command) {
        rules.check(command);
        boolean ofRecipient = command.recipient() != null && !command.recipient().isBlank();
        if (ofRecipient && command.drive() != null && !command.drive().isBlank()) {
            throw Invalid.field("recipient", "error_wish_list_one");
        }
        WishList list = new WishList(
                scope.organisation(),
                codes.next(CodeKind.WISH_LIST),
                asking.drive(command.drive(), null),
                ofRecipient ? recipients.active("recipient", command.recipient()) : null,
                clock.instant());
        list.describe(command.title().strip(), text(command.about()));
        lists.persist(list);
        history.note(list.getCode(), "wish_list_opened", list.getTitle(), null);
        return view(list);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** @throws Refused when somebody else changed it meanwhile */
    @Transactional
    public WishListView change(String code, ChangeWishList command) {
        rules.check(command);
        WishList list = lists.get(code);
        if (list.getVersion() != command.version()) {
            throw new Refused("error_changed_meanwhile");
        }
        list.describe(command.title().strip(), text(command.about()));
        return noted(list, "wish_list_changed", list.getTitle());
    }

    /** Nobody reads it any more. */
    @Transactional
    public WishListView close(String code) {
        WishList list = lists.get(code);
        list.close(clock.instant());
        return noted(list, "wish_list_closed", null);
    }

    @Transactional
    public WishListView reopen(String code) {
        WishList list = lists.get(code);
        list.reopen();
        return noted(list, "wish_list_reopened", null);
    }

    private WishListView noted(WishList list, String happened, String detail) {
        lists.flush();
        history.note(list.getCode(), happened, detail, null);
        return view(list);
    }

    @Transactional
    public WishListView get(String code) {
        return view(lists.get(code));
    }

    /**
     * Newest first.
     *
     * @param open true: those that everybody can read; false: the closed ones; null: all
     * @param drive code of the drive that they are of; null: of all
     */
    @Transactional
    public Page<WishListRow> list(Boolean open, String drive, String after, int size) {
        List<WishList> found = lists.newest(open, drive, Cursor.id(after), size + 1);
        return Page.of(found, size, WishList::getId)
                .map(each -> new WishListRow(
                        each.getCode(),
                        each.getTitle(),
                        each.getDrive() == null ? null : each.getDrive().getTitle(),
                        each.getRecipient() == null ? null : each.getRecipient().getAlias(),
                        each.isOpen(),
                        each.getOpenedAt()));
    }

    private WishListView view(WishList list) {
        return new WishListView(
                list.getCode(),
                list.getTitle(),
                list.getAbout(),
                list.getDrive() == null ? null : list.getDrive().getCode(),
                list.getDrive() == null ? null : list.getDrive().getTitle(),
                list.getRecipient() == null ? null : list.getRecipient().getCode(),
                list.getRecipient() == null ? null : list.getRecipient().getAlias(),
                list.isOpen(),
                list.getOpenedAt(),
                lines(list),
                lists.held(list),
                list.getVersion());
    }

    /**
     * What everybody may read.
     *
     * @param from the network address; its code is no secret, but nobody tries all of them
     * @throws NotFound when there is no such list
     * @throws WishListClosed when it is closed
     * @throws org.kindtrail.kernel.TooManyAttempts after wrong codes from the same address
     */
    @Transactional
    public WishView inPublic(String typed, String from) {
        String code = Code.read(CodeKind.WISH_LIST, typed).orElseThrow(() -> new NotFound(typed));
        Optional<WishList> found = attempts.guarded("wishes", null, from, () -> lists.inPublic(code));
        WishList list = found.orElseThrow(() -> new NotFound(typed));
        if (!list.isOpen()) {
            throw new WishListClosed();
        }
        Organisation house = organisations.findById(list.getOrganisationId());
        return new WishView(
                list.getCode(),
                list.getTitle(),
                list.getAbout(),
                house.getName(),
                list.getDrive() == null ? null : list.getDrive().getCode(),
                list.getDrive() == null ? null : list.getDrive().getTitle(),
                lines(list));
    }

    /** A list that a drive's public page leads to. */
    public record Link(String code, String title) {}

    /**
     * What a drive's public page tells of what is wanted.
     *
     * @param lists the open lists
     * @param missing what they tell, which is the same in each; empty without a list
     */
    public record OfDrive(List<Link> lists, List<WishView.Line> missing) {}

    /** The open lists of a drive, for its public page; joins the transaction of whoever shows it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public OfDrive of(Long drive) {
        List<WishList> open = lists.openOf(drive);
        return new OfDrive(
                open.stream().map(list -> new Link(list.getCode(), list.getTitle())).toList(),
                open.isEmpty() ? List.of() : lines(open.get(0)));
    }

    /** What is missing; a line that nothing is missing of says nothing that somebody who gives could use. */
    private List<WishView.Line> lines(WishList list) {
        List<WishLists.Sum> sums =
                lists.sums(list).stream().filter(sum -> sum.missing() > 0).toList();
        Map<Long, Item> items = items(sums);
        return sums.stream()
                .sorted(Comparator.comparingInt((WishLists.Sum sum) -> catalogue.categories().indexOf(category(sum, items)))
                        .thenComparing(sum -> words(sum, items)))
                .map(sum -> new WishView.Line(
                        words(sum, items), sum.fits(), sizes(sum), sum.wanted(), sum.missing()))
                .toList();
    }

    /** Not out of the catalogue of a request: who reads this need not be signed in. */
    private Map<Long, Item> items(List<WishLists.Sum> sums) {
        List<Long> ids =
                sums.stream().map(WishLists.Sum::item).filter(Objects::nonNull).distinct().toList();
        return ids.isEmpty()
                ? Map.of()
                : database.createQuery("from Item i where i.id in :ids", Item.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(Item::getId, Function.identity()));
    }

    private static String category(WishLists.Sum sum, Map<Long, Item> items) {
        return sum.item() == null ? sum.category() : items.get(sum.item()).getCategory();
    }

    private String words(WishLists.Sum sum, Map<Long, Item> items) {
        List<String> words = new ArrayList<>();
        words.add(
                sum.item() == null
                        ? catalogue.categoryName(sum.category())
                        : catalogue.label(items.get(sum.item()), frame.getLocale()));
        if (sum.fits() != null && (sum.item() == null || items.get(sum.item()).getWearer() != sum.fits())) {
            words.add(frame.say(sum.fits().wordsKey(), Map.of()));
        }
        words.addAll(sizes(sum));
        return String.join(", ", words);
    }

    private static List<String> sizes(WishLists.Sum sum) {
        return sum.sizes().isEmpty() ? List.of() : List.of(sum.sizes().split("\\|"));
    }
}
