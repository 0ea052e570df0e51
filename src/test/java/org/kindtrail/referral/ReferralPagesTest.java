package org.kindtrail.referral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class ReferralPagesTest extends BetweenHouses {
    @Test
    void aNeedIsPassedOnTakenOnAndGivenBackOnPages() {
        Browser ours = a.browser(Role.COORDINATOR).open("/needs/" + need).click("Pass it to another organisation");
        assertThat(ours.heading()).isEqualTo("Pass a need to another organisation");
        assertThat(ours.text()).contains("Warm jumpers, man: 11, L, XL");
        ours.fill("Offer it").type("Code of the other", "H-nonsense").type("A note", "On <i>Friday</i>").send();
        assertThat(ours.status()).isEqualTo(422);
        assertThat(ours.title()).startsWith("Error:");
        ours.fill("Offer it").type("Code of the other", b.code).send();
        String path = ours.location();
        assertThat(ours.follow().text()).contains(a.name + ", since", "On <i>Friday</i>", "Withdraw the offer");

        Browser theirs = b.browser(Role.DISTRIBUTOR).open("/referrals?way=in&state=offered");
        assertThat(theirs.text()).contains("11 adult men", a.name);
        theirs.click("11 adult men");
        assertThat(theirs.text()).contains(a.name + ", since", "Take it on").doesNotContain("The secret alias", "Hand over", need);
        theirs.fill("Take it on").send();
        assertThat(theirs.status()).isEqualTo(422);
        theirs.fill("Take it on").type("What your house calls", "From our friends").send();
        assertThat(theirs.follow().text()).contains(b.name + ", since", "Give it back").doesNotContain("Decline");

        assertThat(ours.open(path).text()).contains(b.name + ", since", "Hand over the sealed details", "Their need is");
        assertThat(a.browser(Role.DISTRIBUTOR).open(path).text()).doesNotContain("Hand over the sealed details");
        assertThat(ours.open("/needs/" + need).text()).contains("referred", b.name + " answers for it, since");
        assertThat(ours.page().select("button").eachText()).doesNotContain("Open it again");
        ours.open(path).fill("Hand them over").type("Why they must know", "They bring it").send();
        assertThat(ours.follow().text()).contains("handed over on").doesNotContain("Poplar");
        theirs.open(path).fill("Give it back").type("Reason", "No jumpers").send();
        assertThat(theirs.follow().text()).contains("given back", a.name + ", since");
        assertThat(ours.open("/needs/" + need).text()).contains(a.name + " answers for it, since");
        assertThat(ours.page().select(".state").first().text()).isEqualTo("open");
        assertThat(c.browser(Role.COORDINATOR).open(path).status()).isEqualTo(404);
        assertThat(a.browser(Role.VOLUNTEER).open(path).status()).isEqualTo(403);
        assertThat(ours.open("/referrals?format=csv").status()).isEqualTo(200);
    }

    @Test
    void theOtherDeclinesAndOneWithdraws() {
        String path = offered(a, b, need);
        Browser theirs = b.browser(Role.DISTRIBUTOR).open(path);
        theirs.fill("Decline it").send();
        assertThat(theirs.status()).isEqualTo(422);
        theirs.fill("Decline it").type("Reason", "Nothing in these sizes").send();
        assertThat(theirs.follow().text()).contains("declined", "Nothing in these sizes");
        String again = offered(a, c, need);
        Browser ours = a.browser(Role.DISTRIBUTOR).open(again);
        ours.fill("Withdraw it").type("Reason", "We found some").send();
        assertThat(ours.follow().text()).contains("withdrawn");
        assertThat(c.browser(Role.DISTRIBUTOR).open(again).text()).contains("withdrawn").doesNotContain("They arrive on Friday", "Warm jumpers");
    }
}
