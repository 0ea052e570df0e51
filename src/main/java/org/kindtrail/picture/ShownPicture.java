package org.kindtrail.picture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A photograph or story as people outside the house see it: no day, and nobody's name. */
@Schema(name = "ShownPicture", description = "A photograph or story with consent to be shown here")
public record ShownPicture(
        @Schema(description = "Its code; under the page's own address the image is at /pictures/{code}") String code,
        @Schema(description = "Photograph or story") PictureKind kind,
        @Schema(nullable = true, description = "The story, or what stands below the photograph") String words,
        @Schema(nullable = true, description = "What can be seen in the photograph; null for a story") String shows,
        @Schema(nullable = true, description = "Width of the image in pixels; null for a story", examples = "1600") Integer width,
        @Schema(nullable = true, description = "Height of the image in pixels", examples = "1200") Integer height) {

    @JsonIgnore
    public boolean isImage() {
        return width != null;
    }
}
