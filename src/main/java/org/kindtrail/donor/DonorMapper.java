package org.kindtrail.donor;

import org.mapstruct.Mapper;

/** Donor to view. */
@Mapper
interface DonorMapper {
    DonorView view(Donor donor);
}
