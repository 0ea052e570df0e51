package org.kindtrail.stories;

/** What {@link EveryThing} has of guides, and of what goes out of a drive's public page. */
final class GuidesAndPosters {
    private final EveryThing all;

    GuidesAndPosters(EveryThing all) {
        this.all = all;
    }

    void all() {
        all.everybodys("/guide");
        for (String name : new String[] {"volunteer", "partner", "donor", "matching"}) {
            all.put("/guide/{name}", "/guide/" + name, EveryThing.Whose.EVERYBODYS, 200);
        }
        all.put("/guide/{name}", "/guide/nonsense", EveryThing.Whose.EVERYBODYS, 404);
        all.put("/guide/pictures/{name}", "/guide/pictures/record-kk.png", EveryThing.Whose.EVERYBODYS, 200);
        all.put("/guide/pictures/{name}", "/guide/pictures/start.png", EveryThing.Whose.EVERYBODYS, 404);
        all.ours("/drives/{code}/poster", all.drive);
        all.ours("/drives/{code}/poster.pdf", all.drive);
        for (String picture : new String[] {"svg", "png"}) {
            all.put("/d/{code}/picture." + picture, "/d/" + all.drive + "/picture." + picture, EveryThing.Whose.EVERYBODYS, 200);
        }
    }
}
