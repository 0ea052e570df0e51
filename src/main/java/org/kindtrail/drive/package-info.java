/** Campaigns that gather: a collection with a start, an end, a site where its goods come in, and a public page. */
package org.kindtrail.drive;
