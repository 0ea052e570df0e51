/**
 * What is held about a donor, for the donor: seen, corrected, downloaded and erased by whoever proves control of the address
 * that is kept, or holds the code that was given for it. A tracking code alone opens none of it.
 */
package org.kindtrail.mydata;
