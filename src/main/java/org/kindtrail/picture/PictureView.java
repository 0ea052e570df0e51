package org.kindtrail.picture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;

/** A photograph or story as the house sees it. */
@Schema(name = "Picture", description = "A photograph or story as the house sees it")
public record PictureView(
        @Schema(description = "Its code") String code,
        @Schema(description = "Photograph or story") PictureKind kind,
        @Schema(description = "How it stands with it") PictureState state,
        @Schema(description = "Code of the drive, dispatch, lot or container that it is about") String about,
        @Schema(nullable = true, description = "Title of the drive; null for anything else") String drive,
        @Schema(nullable = true, description = "The story, or what stands below the photograph; null once it has ended")
                String words,
        @Schema(nullable = true, description = "What can be seen in the photograph; null for a story, and once it has ended")
                String shows,
        @Schema(nullable = true, description = "Width of the image in pixels; null while there is none", examples = "1600") Integer width,
        @Schema(nullable = true, description = "Height of the image in pixels", examples = "1200") Integer height,
        @Schema(nullable = true, description = "The latest consent; it stays on record when it is withdrawn. Null before")
                ConsentView consent,
        @Schema(description = "Who added it") String addedBy,
        @Schema(description = "When") Instant addedAt,
        @Schema(nullable = true, description = "When it was withdrawn or removed") Instant endedAt,
        @Schema(nullable = true, description = "By whom") String endedBy,
        @Schema(nullable = true, description = "Why, as far as it was said") String endedWhy) {

    @JsonIgnore
    public boolean isImage() {
        return width != null;
    }

    @JsonIgnore
    public boolean isPhotograph() {
        return kind == PictureKind.PHOTOGRAPH;
    }

    @JsonIgnore
    public boolean isWaiting() {
        return state == PictureState.WAITING;
    }

    @JsonIgnore
    public boolean isEnded() {
        return endedAt != null;
    }

    @JsonIgnore
    public boolean isAboutDrive() {
        return drive != null;
    }

    @JsonIgnore
    public boolean isAboutDispatch() {
        return Code.kindOf(about) == CodeKind.DISPATCH;
    }

    /** Whether it shows goods: then the house alone sees it. */
    @JsonIgnore
    public boolean isAboutGoods() {
        return !isAboutDrive() && !isAboutDispatch();
    }

    /** The page of the goods. */
    @JsonIgnore
    public String getGoodsHref() {
        return (Code.kindOf(about) == CodeKind.CONTAINER ? "/containers/" : "/lots/") + about;
    }
}
