package org.kindtrail.recipient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Set;

/**
 * Writes some of a recipient's sealed details anew.
 *
 * @param sealed what is left out stays as it is
 * @param remove what is to be kept no longer
 */
public record ChangeSealed(@NotNull @Valid SealedDetails sealed, @NotNull Set<SealedField> remove) {}
