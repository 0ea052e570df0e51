package org.kindtrail.picture;

/**
 * What a picture is about.
 *
 * @param drive the drive's id; null when it is about a dispatch
 * @param dispatch the dispatch's id; null when it is about a drive
 * @param code the code of the one or the other
 */
record About(Long drive, Long dispatch, String code) {}
