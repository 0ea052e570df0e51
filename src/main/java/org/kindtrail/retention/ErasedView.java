package org.kindtrail.retention;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose sealed details were erased. */
@Schema(name = "ErasedRecipients", description = "Whose sealed details were erased")
public record ErasedView(@Schema(description = "Codes of the recipients") List<String> recipients) {}
