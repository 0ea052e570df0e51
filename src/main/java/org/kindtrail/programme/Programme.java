package org.kindtrail.programme;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.kernel.Refused;

/** A funded undertaking with a start and an end. What is charged to it bears its number; goods can be kept for it alone. */
@Entity
public class Programme {
    @Id
    @GeneratedValue(generator = "programme_seq")
    @SequenceGenerator(name = "programme_seq", sequenceName = "programme_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;
    private String name;
    private String funder;
    private String about;
    private LocalDate startsOn;
    private LocalDate endsOn;
    private String currency;
    private Instant closedAt;
    private boolean freesGoods;
    private int lastLine;

    @ElementCollection
    @CollectionTable(name = "programme_partner", joinColumns = @JoinColumn(name = "programme_id"))
    @OrderColumn(name = "position")
    private List<Partner> partners = new ArrayList<>();

    @OneToMany(mappedBy = "programme", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<BudgetLine> budget = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "programme_target", joinColumns = @JoinColumn(name = "programme_id"))
    @OrderColumn(name = "position")
    private List<Target> targets = new ArrayList<>();

    @Version
    private int version;

    protected Programme() {}

    Programme(Long organisationId, String code) {
        this.organisationId = organisationId;
        this.code = code;
    }

    /** Tells anew what it is. */
    void describe(String newName, String newFunder, String newAbout, LocalDate starts, LocalDate ends, String newCurrency) {
        name = newName;
        funder = newFunder;
        about = newAbout;
        startsOn = starts;
        endsOn = ends;
        currency = newCurrency;
    }

    /** Tells anew who works in it and what it is to reach. */
    void aim(List<Partner> newPartners, List<Target> newTargets) {
        partners.clear();
        partners.addAll(newPartners);
        targets.clear();
        targets.addAll(newTargets);
    }

    /** A line with the next number; the caller describes it. */
    BudgetLine newLine() {
        BudgetLine added = new BudgetLine(this, ++lastLine);
        budget.add(added);
        return added;
    }

    void drop(BudgetLine line) {
        budget.remove(line);
    }

    /** @throws Refused when it is closed: nothing more is charged to it */
    public void mustBeOpen() {
        if (closedAt != null) {
            throw new Refused("error_programme_closed", Map.of("programme", code, "name", name));
        }
    }

    /** @param frees whether what was kept for it and is left over may be given to any need from now on */
    void close(Instant now, boolean frees) {
        mustBeOpen();
        closedAt = now;
        freesGoods = frees;
    }

    void reopen() {
        if (closedAt == null) {
            throw new Refused("error_programme_open", Map.of("programme", code, "name", name));
        }
        closedAt = null;
        freesGoods = false;
    }

    public Long getId() {
        return id;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    /** Who pays for it. */
    public String getFunder() {
        return funder;
    }

    public String getAbout() {
        return about;
    }

    public LocalDate getStartsOn() {
        return startsOn;
    }

    /** The last day. */
    public LocalDate getEndsOn() {
        return endsOn;
    }

    /** ISO 4217 code of its budget. */
    public String getCurrency() {
        return currency;
    }

    /** Null while things can be charged to it. */
    public Instant getClosedAt() {
        return closedAt;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** Whether goods that were kept for it may go to any need by now. */
    public boolean isFreesGoods() {
        return freesGoods;
    }

    public List<Partner> getPartners() {
        return partners;
    }

    /** In their order. */
    public List<BudgetLine> getBudget() {
        return budget.stream()
                .sorted(Comparator.comparingInt(BudgetLine::getPosition))
                .toList();
    }

    /** The budget line of that number. */
    public Optional<BudgetLine> line(long number) {
        return budget.stream().filter(each -> each.getLine() == number).findFirst();
    }

    public List<Target> getTargets() {
        return targets;
    }

    public int getVersion() {
        return version;
    }
}
