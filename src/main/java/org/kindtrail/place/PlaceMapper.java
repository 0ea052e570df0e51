package org.kindtrail.place;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Place to view. */
@Mapper
interface PlaceMapper {
    @Mapping(target = "site", source = "top.code")
    @Mapping(target = "siteName", source = "top.name")
    @Mapping(target = "open", source = "active")
    PlaceView view(Place place);
}
