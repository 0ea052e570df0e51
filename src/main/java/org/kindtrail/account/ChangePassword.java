package org.kindtrail.account;

/** One's own password, changed by who knows the old one. */
record ChangePassword(String oldPassword, @Password String newPassword) {}
