/** Spreadsheets as people have them: what a file is, its rows and cells, whatever its encoding, separator and dates. Keeps nothing. */
package org.kindtrail.sheet;
