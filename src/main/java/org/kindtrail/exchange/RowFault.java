package org.kindtrail.exchange;

import java.util.Map;

/**
 * What is wrong with a cell.
 *
 * @param field the key of our column; empty: the row as a whole
 * @param given what stands in it, shortened; empty where it is sealed
 * @param key the words that say why, and what would be right
 */
public record RowFault(String field, String given, String key, Map<String, Object> facts) {}
