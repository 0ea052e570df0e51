/** Who is served: organisations, shelters, households and groups, by alias and region; and how much the public may know. */
package org.kindtrail.recipient;
