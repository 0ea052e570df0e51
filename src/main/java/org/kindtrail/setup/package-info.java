/** The first visit of an empty installation, and how further organisations come to it. */
package org.kindtrail.setup;
