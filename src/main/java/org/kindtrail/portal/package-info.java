/** The portal of a recipient's own people: their needs, what could be had, and what is on its way to them, and nothing else. */
package org.kindtrail.portal;
