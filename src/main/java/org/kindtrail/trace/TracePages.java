package org.kindtrail.trace;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.kindtrail.paper.LinkPictures;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.MayLag;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Visitor;

/** What a donor and the public read, without an account. */
@Path("/")
@Produces("text/html")
public class TracePages {
    private final TrackingService tracking;
    private final DriveBalances balances;
    private final Visitor visitor;
    private final Frame frame;
    private final SharedDrive shared;
    private final LinkPictures pictures;

    TracePages(
            TrackingService tracking,
            DriveBalances balances,
            Visitor visitor,
            Frame frame,
            SharedDrive shared,
            LinkPictures pictures) {
        this.shared = shared;
        this.pictures = pictures;
        this.tracking = tracking;
        this.balances = balances;
        this.visitor = visitor;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "trace", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance typing(Form form, String problem);

        static native TemplateInstance gift(TraceView trace, String address);

        static native TemplateInstance drive(
                DriveBalances.PublicDrive told, DriveBalance balance, SharedDrive.Preview preview, String address);
    }

    @GET
    @Path("/t")
    @OpenToAnyone
    public Response typing(@QueryParam("code") String code) {
        if (code == null) {
            return Response.ok(Templates.typing(Form.empty(), null)).build();
        }
        try {
            return Response.seeOther(URI.create("/t/" + tracking.read(code))).build();
        } catch (NotFollowed mistyped) {
            return nothing(code, mistyped);
        }
    }

    @GET
    @Path("/t/{key}")
    @OpenToAnyone
    @MayLag
    public Response gift(@PathParam("key") String key) {
        try {
            TraceView trace = tracking.follow(key, visitor.address());
            return Response.ok(Templates.gift(trace, "/t/" + tracking.read(key))).build();
        } catch (NotFollowed nothing) {
            return nothing(key, nothing);
        }
    }

    /** The form again, with what was typed and what is the matter with it. */
    private Response nothing(String typed, NotFollowed why) {
        Form form = Form.empty().with("code", typed.length() <= 60 ? typed : typed.substring(0, 60));
        return Response.status(why.status())
                .entity(Templates.typing(form, frame.say(why.key(), Map.of())))
                .build();
    }

    @GET
    @Path("/d/{code}")
    @OpenToAnyone
    @MayLag
    public TemplateInstance drive(@PathParam("code") String code) {
        DriveBalances.PublicDrive told = balances.inPublic(code, visitor.address());
        DriveBalance balance = told.balance();
        return Templates.drive(told, balance, shared.preview(told), "/d/" + balance.code());
    }

    /** What stands beside a link to the drive's page, drawn. */
    @GET
    @Path("/d/{code}/picture.svg")
    @Produces("*/*")
    @OpenToAnyone
    @MayLag
    public Response drawn(@PathParam("code") String code) {
        return Response.ok(pictures.svg(shared.picture(balances.inPublic(code, visitor.address()))), "image/svg+xml").build();
    }

    /** The same for programs that show no SVG, which is most of those that people send each other links by. */
    @GET
    @Path("/d/{code}/picture.png")
    @Produces("*/*")
    @OpenToAnyone
    @MayLag
    public Response painted(@PathParam("code") String code) {
        return Response.ok(pictures.png(shared.picture(balances.inPublic(code, visitor.address()))), "image/png").build();
    }

    @GET
    @Path("/t/{key}/pictures/{code}")
    @Produces("*/*")
    @OpenToAnyone
    public Response picture(@PathParam("key") String key, @PathParam("code") String code) {
        return Response.ok(tracking.picture(key, code, visitor.address()), "image/jpeg").build();
    }

    @GET
    @Path("/d/{drive}/pictures/{code}")
    @Produces("*/*")
    @OpenToAnyone
    public Response drivesPicture(@PathParam("drive") String drive, @PathParam("code") String code) {
        return Response.ok(balances.picture(drive, code, visitor.address()), "image/jpeg").build();
    }
}
