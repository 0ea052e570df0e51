package org.kindtrail.exchange;

/** An import is to go on by itself; told in the transaction that decided so. */
record ImportMoves(Long id) {}
