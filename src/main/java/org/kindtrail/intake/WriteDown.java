package org.kindtrail.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Lines to be added to an open sorting, and where what is fit is put; both may be left as they are. */
record WriteDown(String place, @NotNull @Size(max = 200) List<@NotNull @Valid SortedLine> lines) {}
