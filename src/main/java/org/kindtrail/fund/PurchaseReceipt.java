package org.kindtrail.fund;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A photograph or a PDF of a supplier's receipt; kept apart, so that lists never read it. Only added. */
@Entity
@Immutable
@IdClass(PurchaseReceipt.Key.class)
class PurchaseReceipt {
    /** Of which purchase, and which one of it. */
    record Key(Long purchaseId, Integer number) implements Serializable {}

    @Id
    private Long purchaseId;

    @Id
    private Integer number;

    private String contentType;
    private String digest;
    private byte[] bytes;
    private int size;
    private Instant addedAt;
    private Long addedBy;

    protected PurchaseReceipt() {}

    PurchaseReceipt(Long purchaseId, int number, ReceiptFile file, Instant addedAt, Long addedBy) {
        this.purchaseId = purchaseId;
        this.number = number;
        this.contentType = file.contentType();
        this.digest = file.digest();
        this.bytes = file.bytes();
        this.size = file.bytes().length;
        this.addedAt = addedAt;
        this.addedBy = addedBy;
    }

    String getContentType() {
        return contentType;
    }

    byte[] getBytes() {
        return bytes;
    }
}
