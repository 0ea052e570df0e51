package org.kindtrail.drive;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Drive to view. */
@Mapper
interface DriveMapper {
    @Mapping(target = "site", source = "site.code")
    @Mapping(target = "siteName", source = "site.name")
    DriveView view(Drive drive);
}
