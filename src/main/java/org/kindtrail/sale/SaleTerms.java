package org.kindtrail.sale;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import org.kindtrail.drive.Drive;
import org.kindtrail.fund.Fund;

/** Where the takings of a sale go, and in which currency it sells. */
@Entity
public class SaleTerms {
    @Id
    private Long driveId;

    @OneToOne(fetch = FetchType.LAZY)
    @MapsId
    @JoinColumn(name = "drive_id")
    private Drive drive;

    private Long organisationId;

    @ManyToOne(fetch = FetchType.LAZY)
    private Fund fund;

    private String currency;

    @Version
    private int version;

    protected SaleTerms() {}

    SaleTerms(Drive drive, Fund fund, String currency) {
        this.drive = drive;
        this.organisationId = drive.getOrganisationId();
        change(fund, currency);
    }

    /** The caller has seen that nothing was sold yet. */
    final void change(Fund newFund, String newCurrency) {
        fund = newFund;
        currency = newCurrency;
    }

    Long getDriveId() {
        return driveId;
    }

    Drive getDrive() {
        return drive;
    }

    Fund getFund() {
        return fund;
    }

    String getCurrency() {
        return currency;
    }

    int getVersion() {
        return version;
    }
}
