package org.kindtrail.donor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.SearchKey;

/**
 * Somebody who gives, by the name that the house knows them by. How to reach them is sealed elsewhere ({@link Contacts});
 * here stands only whether something is, and what they asked to be told.
 */
@Entity
public class Donor {
    /** How long the code to what is held about them can be read again by the house, to write it on a slip. */
    static final Duration OWN_CODE_SHOWN = Duration.ofHours(1);

    @Id
    @GeneratedValue(generator = "donor_seq")
    @SequenceGenerator(name = "donor_seq", sequenceName = "donor_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String code;
    private String knownAs;
    private String searchKey;
    private Instant createdAt;
    private String language = "en";

    @Column(name = "has_email")
    private boolean emailKept;

    @Column(name = "has_telephone")
    private boolean telephoneKept;

    private boolean wantsReceived;
    private boolean wantsArrived;
    private boolean wantsThanks;
    private int contactTurn;
    private String stopHash;
    private int ownTurn;
    private String ownHash;
    private Instant ownMadeAt;
    private Instant erasedAt;

    @Version
    private int version;

    /** Made in this transaction, so nobody else knows of it. */
    @Transient
    private boolean fresh;

    protected Donor() {}

    Donor(Long organisationId, String code, String knownAs, Instant createdAt) {
        this.organisationId = organisationId;
        this.code = code;
        this.createdAt = createdAt;
        this.fresh = true;
        rename(knownAs);
    }

    void rename(String newName) {
        refuseIfErased();
        knownAs = newName.strip();
        searchKey = SearchKey.of(knownAs);
    }

    void write(String in) {
        language = in;
    }

    /** There is an e-mail address now that was not there before, or none any more. */
    void emailTold(boolean kept, StopKeys keys) {
        refuseIfErased();
        emailKept = kept;
        contactTurn++;
        stopHash = kept ? Code.hash(keys.of(this)) : null;
        if (!kept) {
            stop();
        }
    }

    void telephoneTold(boolean kept) {
        refuseIfErased();
        telephoneKept = kept;
    }

    /** All that they ask to be told from now on. */
    void ask(Collection<Wish> wishes) {
        refuseIfErased();
        wantsReceived = wishes.contains(Wish.RECEIVED);
        wantsArrived = wishes.contains(Wish.ARRIVED);
        wantsThanks = wishes.contains(Wish.THANKS);
    }

    /** They ask for no e-mail any more. */
    public void stop() {
        wantsReceived = false;
        wantsArrived = false;
        wantsThanks = false;
    }

    /** They get a code to what is held about them: the first, or one in place of the last, which opens nothing any more. */
    String giveOwnCode(OwnCodes codes, Instant now) {
        refuseIfErased();
        ownTurn++;
        String key = codes.of(code, ownTurn);
        ownHash = Code.hash(key);
        ownMadeAt = now;
        return key;
    }

    boolean showsOwnCode(Instant now) {
        return erasedAt == null && ownMadeAt != null && now.isBefore(ownMadeAt.plus(OWN_CODE_SHOWN));
    }

    /** Nothing tells any more who it was; what they gave stays as it was. */
    void erase(Instant now) {
        refuseIfErased();
        stop();
        knownAs = null;
        searchKey = null;
        emailKept = false;
        telephoneKept = false;
        stopHash = null;
        ownHash = null;
        language = "en";
        erasedAt = now;
    }

    void refuseIfErased() {
        if (erasedAt != null) {
            throw new Refused("error_donor_erased", Map.of("donor", code));
        }
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

    /** Null when the donor was erased. */
    public String getKnownAs() {
        return knownAs;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    /** The language to write to them in. */
    public String getLanguage() {
        return language;
    }

    public boolean isEmailKept() {
        return emailKept;
    }

    public boolean isTelephoneKept() {
        return telephoneKept;
    }

    /** Whether a letter that tells this is to be sent. */
    public boolean wants(Wish wish) {
        return emailKept
                && switch (wish) {
                    case RECEIVED -> wantsReceived;
                    case ARRIVED -> wantsArrived;
                    case THANKS -> wantsThanks;
                };
    }

    public List<Wish> getWants() {
        return Arrays.stream(Wish.values()).filter(this::wants).toList();
    }

    boolean isFresh() {
        return fresh;
    }

    int getContactTurn() {
        return contactTurn;
    }

    int getOwnTurn() {
        return ownTurn;
    }

    Instant getOwnMadeAt() {
        return ownMadeAt;
    }

    /** Null while they are not. */
    public Instant getErasedAt() {
        return erasedAt;
    }

    public int getVersion() {
        return version;
    }
}
