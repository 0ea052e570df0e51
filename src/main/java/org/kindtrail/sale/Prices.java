package org.kindtrail.sale;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.drive.Drive;

/** The price lists; the drive was looked up in the organisation of this request. */
@ApplicationScoped
class Prices implements PanacheRepository<SalePrice> {
    /** What a price stands for. */
    record Of(Long item, Grade grade) {}

    List<SalePrice> list(Drive drive) {
        return list("driveId", drive.getId());
    }

    /** In the minor unit of the currency of the sale. */
    Map<Of, Long> all(Drive drive) {
        return list(drive).stream()
                .collect(Collectors.toMap(price -> new Of(price.getItemId(), price.getGrade()), SalePrice::getPrice));
    }

    void replace(Drive drive, Map<Of, Long> prices) {
        clear(drive);
        prices.forEach((of, price) -> persist(new SalePrice(drive.getId(), of.item(), of.grade(), price)));
    }

    void clear(Drive drive) {
        delete("driveId", drive.getId());
    }
}
