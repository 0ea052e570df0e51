package org.kindtrail.testing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Outage;
import org.kindtrail.kernel.Unavailable;

/** The same for programs; its name keeps it out of the description of the API. */
@Path("/api/v1/trouble")
@Produces("application/json")
public class TroubleForProgramsPages {
    @GET
    @OpenTo(Role.VOLUNTEER)
    public Map<String, String> fault(@QueryParam("of") Outage outage) {
        if (outage != null) {
            throw new Unavailable(outage);
        }
        throw new IllegalStateException(TroublePages.INSIDE, new java.sql.SQLException(TroublePages.INSIDE));
    }
}
