package org.kindtrail.web;

/** The installation's secret, which signs form keys and makes donors' and receivers' keys; the same on every node. */
public interface HouseSecret {
    byte[] secret();
}
