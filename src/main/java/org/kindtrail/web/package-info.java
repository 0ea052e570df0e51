/** What every page and every answer needs: words, layout, forms, lists, one-time form keys, errors as pages or problems. */
package org.kindtrail.web;
