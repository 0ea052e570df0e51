/** Organisations, the people who work in them, their roles and sign-in, and the one scope that every request passes. */
package org.kindtrail.account;
