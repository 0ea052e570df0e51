package org.kindtrail.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Makes labels for bags that are yet to come; the smallest ones are 80 on a sheet. */
record PrintLabels(@NotNull @Min(1) @Max(80) Long labels) {}
