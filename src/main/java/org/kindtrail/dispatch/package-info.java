/** Goods on their way to a recipient: picked, loaded, departed with a waybill, counted where they arrive, thanked for. */
package org.kindtrail.dispatch;
