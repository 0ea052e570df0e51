package org.kindtrail.account;

import org.mapstruct.Mapper;

/** People, organisations and ways in, to views. */
@Mapper
interface PersonMapper {
    PersonView view(Person person);

    OrganisationView view(Organisation organisation);
}
