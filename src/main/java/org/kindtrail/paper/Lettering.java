package org.kindtrail.paper;

import java.awt.Color;

/** How letters look. @param size in points */
record Lettering(float size, boolean bold, Color colour) {
    static final Color SOFT = new Color(0x55, 0x55, 0x55);
    static final Lettering PLAIN = new Lettering(9, false, Color.BLACK);
    static final Lettering STRONG = new Lettering(9, true, Color.BLACK);
    static final Lettering HEAD = new Lettering(8, true, Color.BLACK);
    static final Lettering LABEL = new Lettering(8, false, SOFT);
    static final Lettering HEADING = new Lettering(11, true, Color.BLACK);
    static final Lettering TITLE = new Lettering(16, true, Color.BLACK);
    static final Lettering FOOT = new Lettering(7.5f, false, SOFT);
}
