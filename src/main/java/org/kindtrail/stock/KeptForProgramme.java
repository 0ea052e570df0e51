package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kindtrail.kernel.Refused;
import org.kindtrail.programme.Programmes;

/**
 * Decides what is kept for a programme alone, in this one place: goods that came in, or were bought, for one are offered to
 * nothing else until it has ended and freed what is left over. It binds the organisation whose programme it is; what was
 * handed over to another organisation is that one's to give.
 */
@ApplicationScoped
public class KeptForProgramme {
    /** Of the lot {@code l} in a query; {@code :others} is {@link #others}. */
    public static final String JPQL = " and (l.programmeId is null or l.programmeId not in :others)";

    /** The same, asked in the statement itself: {@code :organisation}, and {@code :programme} is {@link #served}. */
    static final String ASKED = " and (l.programmeId is null or l.programmeId = :programme or not exists (select 1 from Programme g"
            + " where g.id = l.programmeId and g.organisationId = :organisation and not g.freesGoods))";

    /** The same as {@link #ASKED} in SQL. */
    public static final String ASKED_IN_SQL = " and (l.programme_id is null or l.programme_id = :programme or not exists (select 1 from"
            + " programme g where g.id = l.programme_id and g.organisation_id = :organisation and not g.frees_goods))";

    /** The same as {@link #JPQL} in SQL. */
    public static final String SQL = " and (l.programme_id is null or l.programme_id not in (:others))";

    /** No programme has this id; it stands in a list that would be empty. */
    private static final Long NONE = -1L;

    private final Programmes programmes;

    KeptForProgramme(Programmes programmes) {
        this.programmes = programmes;
    }

    /**
     * The programmes whose goods are not for this one.
     *
     * @param programme the id of the programme that is served; null: none
     * @return ids; never empty
     */
    public List<Long> others(Long programme) {
        List<Long> others = new ArrayList<>(programmes.keeping());
        others.remove(programme);
        others.add(NONE);
        return others;
    }

    /** The id of the programme that is served, for {@link #ASKED}; of none: one that no programme has. */
    public static Long served(Long programme) {
        return programme == null ? NONE : programme;
    }

    /** Whether the lot may be given to what is charged to the programme (null: to none). */
    public boolean mayGo(Lot lot, Long programme) {
        return lot.getProgrammeId() == null || lot.getProgrammeId().equals(programme) || !binds(lot.getProgrammeId());
    }

    /** Of these lots the ones that may not be given to what is charged to the programme (null: to none). */
    public List<Lot> bound(Collection<Lot> lots, Long programme) {
        if (lots.stream().allMatch(lot -> lot.getProgrammeId() == null)) {
            return List.of();
        }
        Set<Long> others = new HashSet<>(others(programme));
        return lots.stream()
                .filter(lot -> lot.getProgrammeId() != null && others.contains(lot.getProgrammeId()))
                .toList();
    }

    private boolean binds(Long programme) {
        return programmes.keeping().contains(programme);
    }

    /**
     * What is made of these is kept for the programme that some of them are kept for.
     *
     * @param meant the id of the programme that it is made for; null: none was named
     * @return the id of the programme; null when none of them is kept for one
     * @throws Refused when they are kept for more than one
     */
    Long ofAll(Collection<Lot> lots, Long meant) {
        Set<Long> kept = new HashSet<>();
        kept.add(meant);
        lots.forEach(lot -> kept.add(lot.getProgrammeId()));
        kept.remove(null);
        if (kept.size() > 1) {
            kept.retainAll(programmes.keeping());
        }
        if (kept.size() > 1) {
            throw new Refused("error_programmes_mixed");
        }
        return kept.isEmpty() ? null : kept.iterator().next();
    }
}
