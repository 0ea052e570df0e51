package org.kindtrail.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kindtrail.testing.InJson.tells;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class ReceivingResourceTest extends BetweenTwoHouses {
    @Test
    void aBoxIsOpenedAndCountedAgainstItsPackingList() throws Exception {
        String box = boxes.box(sender, sender.shelfA, 20);
        String second = boxes.box(sender, sender.shelfA, 5);
        String path = departed(List.of(box, second));
        post(receiver, path + "/lines/" + box + "/count", Map.of("lots", List.of())).statusCode(409);
        post(receiver, path + "/finish-receiving", Map.of()).statusCode(409);
        post(receiver, path + "/receive", Map.of("place", receiver.shelfA, "containers", List.of(box), "damaged", List.of(Map.of("container", box, "note", "Torn")))).statusCode(200).body(tells("state", equalTo("arrived"))).body(tells("counts.damaged", equalTo(1)));
        post(receiver, path + "/receive", Map.of("place", receiver.shelfA, "containers", List.of(box))).statusCode(409).body(tells("detail", containsString("The coordinator")));
        String lot = InJson.found(get(receiver, path + "/lines/" + box).extract(), "contents[0].lot");
        for (Object wrong : List.of(-1, 1_000_001, 1_000_000_000_000L, "1.5", "\u0663")) {
            int status = post(receiver, path + "/lines/" + box + "/count", Map.of("lots", List.of(Map.of("lot", lot, "received", wrong)))).extract().statusCode();
            assertThat(status).as("%s", wrong).isIn(400, 422);
        }
        post(receiver, path + "/lines/" + box + "/count", Map.of("lots", List.of(Map.of("lot", lot, "received", 1_000_001)))).statusCode(422).body(tells("errors[0].detail", containsString("more than a box can hold")));
        String elsewhere = InJson.found(get(receiver, path + "/lines/" + second).extract(), "contents[0].lot");
        post(receiver, path + "/lines/" + box + "/count", Map.of("lots", List.of(Map.of("lot", elsewhere, "received", 1)))).statusCode(422);
        post(receiver, path + "/lines/" + box + "/count", Map.of("lots", List.of(Map.of("lot", lot, "received", 3, "damaged", 4)))).statusCode(422);
        post(receiver, path + "/lines/" + box + "/count", Map.of(
                        "lots", List.of(Map.of("lot", lot, "received", 18, "damaged", 1)),
                        "found", List.of(Map.of("item", "jumpers-man", "size", "M", "quantity", 2))))
                .statusCode(200)
                .body(tells("counted.sent", equalTo(List.of(20, 0))))
                .body(tells("counted.received", equalTo(List.of(18, 2))))
                .body(tells("contents[0].quantity", equalTo(20)));
        assertThat(boxes.held(receiver)).isEqualTo(19);
        post(receiver, path + "/lines/" + box + "/count", Map.of("lots", List.of())).statusCode(409);
        post(receiver, path + "/surplus", Map.of("place", receiver.shelfA, "boxes", 2, "note", "No label")).statusCode(200).body(tells("counts.surplus", equalTo(2)));
        post(receiver, path + "/surplus", Map.of("place", receiver.shelfA, "boxes", 51)).statusCode(422);
        post(receiver, path + "/surplus", Map.of("place", receiver.shelfA, "container", boxes.made(receiver, PlaceKind.BOX, receiver.site, 1).get(0))).statusCode(422);
        assertThat(boxes.held(receiver)).isEqualTo(21);
        post(receiver, path + "/finish-receiving", Map.of("takenBy", "keeper")).statusCode(200).body(tells("state", equalTo("received"))).body(tells("counts.missing", equalTo(1)));
        get(sender, path + "/lines?differing=true").body(tells("rows", hasSize(4)));
        adds();
    }

    @Test
    void aPalletFromWhichBoxesWereReceivedHasCome() {
        String pallet = boxes.made(sender, PlaceKind.PALLET, sender.site, 1).get(0);
        List<String> on = boxes.made(sender, PlaceKind.BOX, pallet, 3);
        String path = departed(List.of(pallet));
        post(receiver, path + "/receive", Map.of("place", receiver.shelfA, "containers", List.of(on.get(0)))).statusCode(200);
        post(receiver, path + "/finish-receiving", Map.of()).statusCode(200).body(tells("counts.received", equalTo(2))).body(tells("counts.missing", equalTo(2)));
        get(receiver, path + "/lines/" + pallet).body(tells("state", equalTo("received")));
        String whole = boxes.made(sender, PlaceKind.PALLET, sender.site, 1).get(0);
        boxes.made(sender, PlaceKind.BOX, whole, 2);
        post(receiver, departed(List.of(whole)) + "/receive", Map.of("place", receiver.shelfA, "containers", List.of(whole))).statusCode(200).body(tells("counts.received", equalTo(3)));
    }

    @Test
    void leavingAndReceivingCostTheSameHoweverMuchIsInTheBox() {
        String small = boxes.boxOfLots(sender, sender.shelfA, 10);
        String large = boxes.boxOfLots(sender, sender.shelfA, 10_000);
        List<Integer> costs = new ArrayList<>();
        for (String box : List.of(boxes.boxOfLots(sender, sender.shelfA, 1), small, large)) {
            String path = agreed(List.of(box));
            costs.add(RoundTrips.during(() -> post(sender, path + "/depart", Map.of()).statusCode(200)).statements());
            costs.add(RoundTrips.during(() -> post(receiver, path + "/receive", Map.of("place", receiver.shelfA, "containers", List.of(box))).statusCode(200)).statements());
        }
        assertThat(costs.get(4)).isLessThanOrEqualTo(costs.get(2) + 2);
        assertThat(costs.get(5)).isLessThanOrEqualTo(costs.get(3) + 2);
    }

    private interface Act {
        int status();
    }

    /** All begin at the same moment; their answers in the same order. */
    private static List<Integer> together(Act... acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.length);
        try {
            CyclicBarrier start = new CyclicBarrier(acts.length);
            List<Future<Integer>> all = new ArrayList<>();
            for (Act act : acts) {
                all.add(threads.submit(() -> {
                    start.await();
                    return act.status();
                }));
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> each : all) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void ofTwoWhoActAtOnceOneSucceedsAndTheOtherIsToldWhy() throws Exception {
        receiver.token(Role.VOLUNTEER);
        for (int round = 0; round < 6; round++) {
            List<String> all = boxes.made(sender, PlaceKind.BOX, sender.shelfA, 3);
            boxes.fill(sender, all, 4);
            String path = agreed(all);
            assertThat(together(
                            () -> post(sender, path + "/depart", Map.of()).extract().statusCode(),
                            () -> post(sender, path + "/depart", Map.of()).extract().statusCode(),
                            () -> post(sender, path + "/lines/" + all.get(2) + "/remove", "").extract().statusCode()))
                    .contains(200)
                    .containsAnyOf(409);
            String box = all.get(0);
            Map<String, Object> one = Map.of("place", receiver.shelfA, "containers", List.of(box));
            assertThat(together(
                            () -> post(receiver, path + "/receive", one).extract().statusCode(),
                            () -> receiver.program(Role.VOLUNTEER).body(Map.of("place", receiver.shelfB, "containers", List.of(box))).post("/api/v1" + path + "/receive").statusCode()))
                    .containsExactlyInAnyOrder(200, 409);
            List<Integer> back = together(
                    () -> post(receiver, path + "/receive", Map.of("place", receiver.shelfA, "containers", List.of(all.get(1)))).extract().statusCode(),
                    () -> post(sender, path + "/take-back", Map.of("place", sender.shelfA, "why", "Turned back")).extract().statusCode());
            assertThat(back.stream().filter(status -> status == 200).count()).as("%s", back).isBetween(1L, 2L);
        }
        adds();
    }
}
