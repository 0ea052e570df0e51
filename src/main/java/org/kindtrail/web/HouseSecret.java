package org.kindtrail.web;

/** Where the installation keeps the secret that signs form keys; the same on every node. */
public interface HouseSecret {
    byte[] secret();
}
