/** Words that every room shares: codes, quantities, pages of a list, and what can go wrong. Knows no other room. */
package org.kindtrail.kernel;
