/**
 * What is printed: documents as pages and as PDF from one description, sheets of labels to the millimetre, the fonts, and the
 * organisation's logo. It knows nothing of goods: whoever has a document describes it.
 */
package org.kindtrail.paper;
