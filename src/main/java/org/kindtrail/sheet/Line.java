package org.kindtrail.sheet;

import java.util.List;

/**
 * A row with something in it.
 *
 * @param number as the spreadsheet numbers its rows, from 1
 * @param cells the texts, as many as the header has columns; empty where nothing stands
 */
public record Line(int number, List<String> cells) {}
