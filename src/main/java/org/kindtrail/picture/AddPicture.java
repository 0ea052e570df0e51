package org.kindtrail.picture;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Adds a photograph, whose image follows, or a story. */
@Schema(description = "Adds a photograph, whose image follows, or a story")
public record AddPicture(
        @NotNull @Schema(description = "Which of the two", examples = "photograph") PictureKind kind,
        @NotNull
                @Schema(
                        description = "Code of the drive, dispatch, delivery, lot or container that it is about; a delivery stands for its dispatch",
                        examples = "V-0000-0000")
                String about,
        @Text(max = 2000, required = false)
                @Schema(
                        description = "The story, or what stands below the photograph; without names, streets and signs",
                        examples = "Ready for the winter.")
                String words,
        @Text(max = 300, required = false)
                @Schema(
                        description = "What can be seen in the photograph, for those who cannot see it, without names; needed with one",
                        examples = "Three boxes of blankets on a table.")
                String shows) {}
