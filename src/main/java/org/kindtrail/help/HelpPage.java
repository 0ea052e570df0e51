package org.kindtrail.help;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an organisation says to somebody who needs help. Nothing in it is secret: it is written to be read by everybody. */
@Entity
class HelpPage {
    @Id
    private Long organisationId;

    private boolean shown;
    private String whatsapp;
    private String telegram;
    private String email;
    private String hours;
    private String textEn;
    private String textRu;
    private String textKk;
    private String textKy;
    private Instant changedAt;

    @ElementCollection
    @CollectionTable(name = "help_telephone", joinColumns = @JoinColumn(name = "organisation_id"))
    @OrderColumn(name = "position")
    @Column(name = "number")
    private List<String> telephones = new ArrayList<>();

    /** A stored page begins with 1, so that 0 can mean that there is none yet. */
    @Version
    private int version = 1;

    protected HelpPage() {}

    HelpPage(Long organisationId) {
        this.organisationId = organisationId;
    }

    void describe(boolean newShown, Ways ways, String newHours, HelpTexts texts, Instant now) {
        shown = newShown;
        telephones.clear();
        telephones.addAll(ways.telephones());
        whatsapp = ways.whatsapp();
        telegram = ways.telegram();
        email = ways.email();
        hours = newHours;
        textEn = texts.en();
        textRu = texts.ru();
        textKk = texts.kk();
        textKy = texts.ky();
        changedAt = now;
    }

    boolean isShown() {
        return shown;
    }

    Ways getWays() {
        return new Ways(List.copyOf(telephones), whatsapp, telegram, email);
    }

    String getHours() {
        return hours;
    }

    HelpTexts getTexts() {
        return new HelpTexts(textEn, textRu, textKk, textKy);
    }

    Instant getChangedAt() {
        return changedAt;
    }

    int getVersion() {
        return version;
    }
}
