package org.kindtrail.stories;

/** What {@link EveryThing} has of guides. */
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
    }
}
