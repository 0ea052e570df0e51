package org.kindtrail.paper;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** What stands at the head of an organisation's documents. */
@Entity
class OrganisationLogo {
    @Id
    private Long organisationId;

    private byte[] png;
    private int width;
    private int height;
    private Instant changedAt;

    protected OrganisationLogo() {}

    OrganisationLogo(Long organisationId) {
        this.organisationId = organisationId;
    }

    void replace(LogoImage image, Instant now) {
        png = image.png();
        width = image.width();
        height = image.height();
        changedAt = now;
    }

    byte[] getPng() {
        return png;
    }

    int getWidth() {
        return width;
    }

    int getHeight() {
        return height;
    }

    Instant getChangedAt() {
        return changedAt;
    }
}
