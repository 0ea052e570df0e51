package org.kindtrail.testing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;

/** The same for programs; its name keeps it out of the description of the API. */
@Path("/api/v1/trouble")
@Produces("application/json")
public class TroubleForProgramsPages {
    @GET
    @OpenTo(Role.VOLUNTEER)
    public Map<String, String> fault() {
        throw new IllegalStateException(TroublePages.INSIDE, new java.sql.SQLException(TroublePages.INSIDE));
    }
}
