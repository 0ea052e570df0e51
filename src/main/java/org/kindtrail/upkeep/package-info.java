/** An installation as a whole: moved to another database, copied while it runs, restored. Commands beside the service. */
package org.kindtrail.upkeep;
