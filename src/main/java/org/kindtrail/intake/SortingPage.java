package org.kindtrail.intake;

import java.util.List;
import org.kindtrail.account.History;
import org.kindtrail.place.Place;

/** What the page of a sorting shows; the places are those where things can be put, none when it is closed. */
record SortingPage(
        SortingView sorting, List<Place> places, List<MovementLine> movements, List<History.Entry> history) {}
