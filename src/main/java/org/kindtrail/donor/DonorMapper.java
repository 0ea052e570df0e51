package org.kindtrail.donor;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Donor to view. */
@Mapper
interface DonorMapper {
    @Mapping(target = "hasEmail", source = "emailKept")
    @Mapping(target = "hasTelephone", source = "telephoneKept")
    DonorView view(Donor donor);
}
