/**
 * How it goes, for who runs the service and for nobody else: counted work, metrics on a port of their own, traces. It knows
 * numbers, states and the patterns of addresses; no code, name, contact, address or typed word comes in here.
 */
package org.kindtrail.watch;
