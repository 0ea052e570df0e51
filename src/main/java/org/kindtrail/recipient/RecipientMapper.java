package org.kindtrail.recipient;

import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Recipient to view. */
@Mapper
interface RecipientMapper {
    @Mapping(target = "publicWords", source = "said.words")
    @Mapping(target = "widened", source = "said.widened")
    @Mapping(target = "sealed", source = "kept")
    RecipientView view(Recipient recipient, PublicWords.Said said, List<SealedField> kept);

    RecipientRow row(Recipient recipient);
}
