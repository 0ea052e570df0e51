/** Referrals: a need is passed to another organisation, which takes it on and answers for it, or says why not. */
package org.kindtrail.referral;
