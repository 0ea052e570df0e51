package org.kindtrail.picture;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The image of a photograph, apart from it, so that lists never read it. */
@Entity
class PictureImage {
    @Id
    private Long pictureId;

    private byte[] jpeg;

    protected PictureImage() {}

    PictureImage(Long pictureId, byte[] jpeg) {
        this.pictureId = pictureId;
        this.jpeg = jpeg;
    }

    void replace(byte[] another) {
        jpeg = another;
    }
}
