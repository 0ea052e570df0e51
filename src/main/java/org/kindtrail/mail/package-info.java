/**
 * E-mail to donors who asked for it. What is to be told stands in a table, once; address and text are looked up when it is
 * sent, by whichever node takes it. What is written, the rooms say that know it ({@link org.kindtrail.mail.LetterWriter}).
 */
package org.kindtrail.mail;
