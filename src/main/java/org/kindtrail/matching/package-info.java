/** Matching: a plan that proposes fairly what of all stock is promised to which of all open needs, and says why. */
package org.kindtrail.matching;
