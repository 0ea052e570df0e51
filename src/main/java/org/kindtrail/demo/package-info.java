/** The demonstration: stories as real histories, made through the services, in an empty installation. */
package org.kindtrail.demo;
