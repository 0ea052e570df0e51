package org.kindtrail.recipient;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Recipient to view. */
@Mapper
interface RecipientMapper {
    @Mapping(target = "publicWords", source = "said.words")
    @Mapping(target = "widened", source = "said.widened")
    RecipientView view(Recipient recipient, PublicWords.Said said);

    RecipientRow row(Recipient recipient);
}
