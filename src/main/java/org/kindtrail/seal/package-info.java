/** What nobody reads in passing: texts encrypted by keys that are not in the database, opened on purpose only. */
package org.kindtrail.seal;
