package org.kindtrail.stories;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.InJson;

/** What {@link EveryThing} has with others: what a recipient's own person sees, and needs passed on to a neighbour and by one. */
final class Passing {
    private final EveryThing all;
    private final Doors doors;
    private final AnOrganisation.House neighbour =
            CDI.current().select(AnOrganisation.class).get().open();
    private final Doors there = new Doors(neighbour);
    private int made;

    Passing(EveryThing all) {
        this.all = all;
        this.doors = all.doors;
    }

    void all() {
        partners();
        portal();
        passedOn();
        passedToUs();
    }

    private String secret(String words) {
        return all.secret(words + " " + ++made + " passed on by " + all.house.code);
    }

    /** Of the recipient whose own person is the partner of the house: one with a password and one with a link. */
    private void partners() {
        String recipient = all.house.partnersRecipient();
        all.words.add(all.house.nameOf(Role.PARTNER));
        all.ours("/recipients/{code}", recipient);
        all.ours("/recipients/{code}/partners", recipient);
        all.ours("/recipients/{code}/partners", all.recipient);
        all.ours("/api/v1/recipients/{code}/partners", recipient);
        String password = "/recipients/{code}/partners/{name}/password";
        String person = all.house.nameOf(Role.PARTNER);
        all.put(password, password.replace("{code}", recipient).replace("{name}", person), EveryThing.Whose.OURS, 200);
        String link = doors.post(Role.COORDINATOR, "recipients/" + recipient + "/partner-links", Map.of(
                        "displayName", secret("Telephone of the night shift"), "days", 30))
                .getString("key");
        all.put("/q/{key}", "/q/" + link, EveryThing.Whose.EVERYBODYS, 200);
        all.put("/q/{key}", "/q/nonsense", EveryThing.Whose.EVERYBODYS, 404);
        String ended = doors.post(Role.COORDINATOR, "recipients/" + recipient + "/partner-links", Map.of("displayName", secret("Lost telephone")))
                .getString("person.name");
        doors.press(Role.COORDINATOR, "recipients/" + recipient + "/partners/" + ended + "/end");
    }

    private String asked(String item, int quantity) {
        String code = doors.post(Role.PARTNER, "portal/needs", Map.of(
                        "forWhom", secret("Those in the house"),
                        "urgency", "urgent",
                        "lines", List.of(Map.of("item", item, "quantity", quantity))))
                .getString("code");
        all.ours("/portal/needs/{code}", code);
        all.ours("/api/v1/portal/needs/{code}", code);
        all.ours("/needs/{code}", code);
        return code;
    }

    private String sent(String need) {
        doors.post(Role.DISTRIBUTOR, "allocations", Map.of("need", need));
        String dispatch = doors.post(Role.DISTRIBUTOR, "dispatches", Map.of("need", need)).getString("code");
        doors.press(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/load");
        doors.post(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/depart", Map.of("vehicle", secret("Van"), "driver", secret("Driver")));
        all.ours("/portal/dispatches/{code}", dispatch);
        all.ours("/api/v1/portal/dispatches/{code}", dispatch);
        all.ours("/dispatches/{code}", dispatch);
        return dispatch;
    }

    private void portal() {
        all.everybodys("/portal", "/portal/needs/new");
        all.list("portal/needs", "open=true");
        all.list("portal/stock", "q=towel", "q=nothing-of-the-kind");
        all.list("portal/dispatches");
        all.api("portal/needs", "portal/stock", "portal/dispatches");
        asked("practical-shoes-man", 3);
        String withdrawn = asked("towels", 7);
        doors.press(Role.PARTNER, "portal/needs/" + withdrawn + "/withdraw");
        sent(asked("soap", 2));
        String arrived = sent(asked("soap", 3));
        doors.post(Role.PARTNER, "portal/dispatches/" + arrived + "/confirm", Map.of(
                "lines", List.of(Map.of("line", 1, "received", 3, "damaged", 1)), "remark", secret("One was wet")));
        doors.post(Role.PARTNER, "portal/dispatches/" + arrived + "/thanks", Map.of("words", secret("We are clean")));
    }

    private String need(Doors of, String recipient) {
        return of.post(Role.DISTRIBUTOR, "needs", Map.of(
                        "recipient", recipient,
                        "forWhom", secret("4 women"),
                        "people", List.of(Map.of("sex", "female", "ageBand", "adult", "number", 4)),
                        "lines", List.of(Map.of("item", "practical-shoes-man", "quantity", 4), Map.of("category", "tops", "quantity", 1))))
                .getString("code");
    }

    private String offered(Doors by, String need, AnOrganisation.House to) {
        String code = by.post(Role.DISTRIBUTOR, "referrals", Map.of("need", need, "to", to.code, "note", secret("They come on Friday")))
                .getString("code");
        all.ours("/referrals/{code}", code);
        all.ours("/api/v1/referrals/{code}", code);
        return code;
    }

    /** One is offered, one declined, one withdrawn, one taken on, with all that is sealed of whom it is for. */
    private void passedOn() {
        all.list("referrals", "way=in", "way=out", "way=in&state=offered");
        all.api("referrals");
        String need = need(doors, all.recipient);
        all.put("/referrals/new", "/referrals/new?need=" + need, EveryThing.Whose.OURS, 200);
        // of no need
        all.put("/referrals/new", "/referrals/new", EveryThing.Whose.EVERYBODYS, 404);
        String offered = offered(doors, need, neighbour);
        all.put("/find", "/find?code=" + offered, EveryThing.Whose.EVERYBODYS, 303);
        String declined = offered(doors, need(doors, all.recipient), neighbour);
        there.post(Role.DISTRIBUTOR, "referrals/" + declined + "/decline", Map.of("reason", secret("Nothing in these sizes")));
        String withdrawn = offered(doors, need(doors, all.recipient), neighbour);
        doors.post(Role.DISTRIBUTOR, "referrals/" + withdrawn + "/withdraw", Map.of("reason", secret("We found some")));
        String referred = need(doors, all.recipient);
        String taken = offered(doors, referred, neighbour);
        there.post(Role.DISTRIBUTOR, "referrals/" + taken + "/accept", Map.of("alias", "Passed on to us"));
        doors.post(Role.COORDINATOR, "referrals/" + taken + "/details", Map.of("reason", secret("They bring it")));
        all.ours("/needs/{code}", referred);
        all.ours("/api/v1/needs/{code}", referred);
    }

    /** One waits for an answer, one was taken on, one was given back. */
    private void passedToUs() {
        String recipient = there.post(Role.COORDINATOR, "recipients", Map.of(
                        "alias", "Of the neighbour", "kind", "shelter", "country", "KZ", "region", "Far away", "disclosure", "region"))
                .getString("code");
        offered(there, need(there, recipient), all.house);
        String taken = offered(there, need(there, recipient), all.house);
        InJson ours = doors.post(Role.DISTRIBUTOR, "referrals/" + taken + "/accept", Map.of("alias", secret("From the neighbour")));
        all.ours("/needs/{code}", ours.getString("need"));
        String returned = offered(there, need(there, recipient), all.house);
        doors.post(Role.DISTRIBUTOR, "referrals/" + returned + "/accept", Map.of("recipient", all.recipient));
        doors.post(Role.DISTRIBUTOR, "referrals/" + returned + "/return", Map.of("reason", secret("We have no more")));
    }
}
