import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The day of a house as requests in random order: what comes in, is promised, sent, confirmed, sold, moved, and taken back. */
final class Mix {
    private static final String[][] ITEMS = {{"jumpers-man", "L"}, {"jumpers-man", "M"}, {"jumpers-woman", "M"}, {"prams", null}};

    private record Lying(String lot, String place, long quantity) {}

    private final Opened opened;
    private final Book book;
    private final List<String> places = new ArrayList<>();
    private final List<String> recipients = new ArrayList<>();
    private final Pool<String> donations = new Pool<>();
    private final Pool<Lying> lying = new Pool<>();
    private final Pool<String> moves = new Pool<>();
    private final Pool<String> needs = new Pool<>();
    private final Pool<String> promised = new Pool<>();
    private final Pool<String> promises = new Pool<>();
    private final Pool<String> staged = new Pool<>();
    private final Pool<String> loaded = new Pool<>();
    private final Pool<JsonNode> departed = new Pool<>();
    private final Pool<JsonNode> delivered = new Pool<>();
    private final Pool<String> holds = new Pool<>();
    private final Pool<String> sales = new Pool<>();
    private String fair;
    private String saleDrive;
    private String fund;
    /** The last day that new needs get; null: they have none. */
    volatile String lastDay;

    Mix(Opened opened, Book book) {
        this.opened = opened;
        this.book = book;
    }

    String fund() {
        return fund;
    }

    /** Shelves, receivers, a sale with its fund. */
    void prepare(Node node) throws IOException, InterruptedException {
        places.add(opened.site());
        for (int shelf = 1; shelf <= 4; shelf++) {
            places.add(made(node, "places", Map.of("kind", "shelf", "name", "Shelf " + shelf, "site", opened.site())));
        }
        for (int recipient = 1; recipient <= 20; recipient++) {
            recipients.add(made(node, "recipients", Map.of(
                    "alias", "Shelter " + recipient, "kind", "shelter", "country", "KZ", "region", "Almaty", "disclosure", "region")));
        }
        fair = made(node, "places", Map.of("kind", "site", "name", "Fair"));
        LocalDate today = LocalDate.now();
        saleDrive = made(node, "drives", Map.of(
                "kind", "sale", "title", "Fair", "startsOn", today.minusDays(1).toString(), "endsOn", today.plusDays(300).toString(),
                "site", fair));
        fund = made(node, "funds", Map.of("name", "Takings", "purpose", "Trial"));
        node.tell(opened.token(), "PUT", "/api/v1/drives/" + saleDrive + "/sale", Map.of("fund", fund, "currency", "USD", "version", 0));
    }

    private String made(Node node, String what, Map<String, Object> body) throws IOException, InterruptedException {
        return node.tell(opened.token(), "POST", "/api/v1/" + what, body).get("code").asText();
    }

    /** Something that can be done now, as far as anybody knows. */
    Act next(Random random) {
        for (; ; ) {
            Act act = drawn(random, random.nextInt(100));
            if (act != null) {
                return act;
            }
        }
    }

    private Act drawn(Random random, int lot) {
        if (lot < 22) {
            return record(random);
        } else if (lot < 26) {
            return takeBack(random, donations.draw(random), "donation taken back", "donations", answer -> {
                String place = answer.get("place").asText();
                answer.get("lots").forEach(each -> {
                    // The money of a sale that was taken back is told with the donation whose things were sold.
                    if (!each.get("item").asText().startsWith("money")) {
                        book.lies(code(each), place, -each.get("quantity").asLong());
                    }
                });
            });
        } else if (lot < 37) {
            return move(random);
        } else if (lot < 41) {
            return takeBack(random, moves.draw(random), "move taken back", "moves", answer -> answer.get("lines")
                    .forEach(each -> book.moved(
                            each.get("lot").asText(), each.get("to").asText(), each.get("from").asText(), each.get("quantity").asLong())));
        } else if (lot < 49) {
            return need(random);
        } else if (lot < 61) {
            return promise(random);
        } else if (lot < 63) {
            return release(random);
        } else if (lot < 69) {
            return dispatch(random);
        } else if (lot < 74) {
            return load(random);
        } else if (lot < 78) {
            return depart(random);
        } else if (lot < 79) {
            return cancel(random);
        } else if (lot < 85) {
            return deliver(random);
        } else if (lot < 87) {
            return comeBack(random);
        } else if (lot < 89) {
            return undeliver(random);
        } else if (lot < 94) {
            return sell(random);
        } else if (lot < 96) {
            return takeBack(random, sales.draw(random), "sale taken back", "sales", answer -> sold(answer, -1));
        } else if (lot < 97) {
            return withdraw(random);
        }
        return lot < 99 ? hold(random) : releaseHold(random);
    }

    private static String code(JsonNode thing) {
        return thing.get("code").asText();
    }

    private Act takeBack(Random random, String code, String kind, String what, java.util.function.Consumer<JsonNode> learn) {
        return code == null ? null : new Act(kind, what + "/" + code + "/reverse", Map.of("why", "trial"), learn);
    }

    private Act record(Random random) {
        boolean forSale = random.nextInt(4) == 0;
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int line = 1 + random.nextInt(5); line > 0; line--) {
            String[] item = ITEMS[random.nextInt(ITEMS.length)];
            lines.add(goods(item, "grade", "good", "quantity", 1 + random.nextInt(9)));
        }
        String place = forSale ? fair : places.get(random.nextInt(places.size()));
        return new Act(
                "donation",
                "donations",
                Map.of("drive", forSale ? saleDrive : opened.drive(), "place", place, "lines", lines),
                answer -> {
                    book.counted("donations");
                    donations.add(random, code(answer));
                    answer.get("lots").forEach(each -> {
                        book.lies(code(each), place, each.get("quantity").asLong());
                        if (!forSale) {
                            lying.add(random, new Lying(code(each), place, each.get("quantity").asLong()));
                        }
                    });
                });
    }

    private static Map<String, Object> goods(String[] item, Object... more) {
        Map<String, Object> goods = new HashMap<>();
        goods.put("item", item[0]);
        if (item[1] != null) {
            goods.put("size", item[1]);
        }
        for (int i = 0; i < more.length; i += 2) {
            goods.put((String) more[i], more[i + 1]);
        }
        return goods;
    }

    private Act move(Random random) {
        Lying some = lying.draw(random);
        if (some == null) {
            return null;
        }
        String to = places.get(random.nextInt(places.size()));
        if (to.equals(some.place())) {
            return null;
        }
        long quantity = 1 + random.nextLong(some.quantity());
        return new Act(
                "move",
                "moves",
                Map.of("lines", List.of(Map.of("lot", some.lot(), "quantity", quantity, "from", some.place(), "to", to))),
                answer -> {
                    // From a site means from its shelves, too: the answer says from where.
                    answer.get("lines").forEach(each -> book.moved(
                            some.lot(), each.get("from").asText(), each.get("to").asText(), each.get("quantity").asLong()));
                    moves.add(random, code(answer));
                    lying.add(random, new Lying(some.lot(), to, quantity));
                });
    }

    private Act need(Random random) {
        Map<String, Object> need = new HashMap<>(Map.of(
                "recipient", recipients.get(random.nextInt(recipients.size())),
                "forWhom", "a family",
                "lines", List.of(
                        Map.of("item", ITEMS[0][0], "quantity", 1 + random.nextInt(5)),
                        Map.of("item", ITEMS[2][0], "quantity", 1 + random.nextInt(5)))));
        if (lastDay != null && random.nextInt(3) == 0) {
            need.put("expiresOn", lastDay);
        }
        boolean ends = need.containsKey("expiresOn");
        return new Act("need", "needs", need, answer -> {
            book.counted("needs");
            needs.add(random, code(answer));
            if (ends) {
                book.ends(code(answer));
            }
        });
    }

    private Act promise(Random random) {
        String need = needs.draw(random);
        return need == null ? null : new Act("promise", "allocations", Map.of("need", need), answer -> {
            answer.get("allocations").forEach(each -> {
                book.promised(
                        code(each), need, each.get("lot").asText(), each.get("place").asText(), each.get("quantity").asLong());
                promises.add(random, code(each));
            });
            promised.add(random, need);
        });
    }

    private Act release(Random random) {
        String promise = promises.draw(random);
        return promise == null
                ? null
                : new Act("promise released", "allocations/" + promise + "/release", Map.of(), answer -> {
                    book.promiseEnded(promise);
                    needs.add(random, answer.get("need").asText());
                });
    }

    private Act dispatch(Random random) {
        String need = promised.draw(random);
        return need == null ? null : new Act("dispatch", "dispatches", Map.of("need", need), answer -> {
            book.counted("dispatches");
            answer.get("lines").forEach(line -> book.staged(line.get("promise").asText()));
            staged.add(random, code(answer));
        });
    }

    private Act load(Random random) {
        String dispatch = staged.draw(random);
        return dispatch == null
                ? null
                : new Act("dispatch loaded", "dispatches/" + dispatch + "/load", Map.of(), answer -> loaded.add(random, dispatch));
    }

    private Act depart(Random random) {
        String dispatch = loaded.draw(random);
        return dispatch == null
                ? null
                : new Act("departure", "dispatches/" + dispatch + "/depart", Map.of("vehicle", "A 123"), answer -> {
                    JsonNode gone = answer.get("dispatch");
                    gone.get("lines").forEach(line -> book.promiseEnded(line.get("promise").asText()));
                    left(gone).forEach(line -> carried(gone, line, 1));
                    departed.add(random, gone);
                });
    }

    /** Its lines, but those whose promise was taken back before. */
    private static List<JsonNode> left(JsonNode dispatch) {
        List<JsonNode> lines = new ArrayList<>();
        dispatch.get("lines").forEach(line -> {
            if (!line.get("takenBack").asBoolean()) {
                lines.add(line);
            }
        });
        return lines;
    }

    private void carried(JsonNode dispatch, JsonNode line, int times) {
        book.moved(
                line.get("lot").asText(),
                line.get("place").asText(),
                dispatch.get("consignment").asText(),
                times * line.get("quantity").asLong());
    }

    private Act cancel(Random random) {
        String dispatch = (random.nextBoolean() ? staged : loaded).draw(random);
        return dispatch == null
                ? null
                : new Act("dispatch cancelled", "dispatches/" + dispatch + "/cancel", Map.of(), answer -> {
                    answer.get("lines").forEach(line -> book.promiseEnded(line.get("promise").asText()));
                    needs.add(random, answer.get("need").asText());
                });
    }

    private Act deliver(Random random) {
        JsonNode dispatch = departed.draw(random);
        if (dispatch == null) {
            return null;
        }
        Map<String, Object> said = new HashMap<>(Map.of("dispatch", code(dispatch)));
        if (random.nextInt(4) > 0) {
            said.put("allArrived", true);
        } else {
            List<Map<String, Object>> counted = new ArrayList<>();
            left(dispatch).forEach(line -> counted.add(Map.of(
                    "line", line.get("line").asInt(),
                    "received", Math.max(0, line.get("quantity").asInt() - random.nextInt(2)),
                    "damaged", 0)));
            said.put("lines", counted);
        }
        return new Act("delivery", "deliveries", said, answer -> {
            book.counted("deliveries");
            arrived(dispatch, 1);
            delivered.add(random, Node.JSON.createObjectNode().put("delivery", code(answer)).set("dispatch", dispatch));
        });
    }

    /** All that was on the way is there no more, whatever was counted: it was delivered, or is lost. */
    private void arrived(JsonNode dispatch, int times) {
        left(dispatch).forEach(line -> book.lies(
                line.get("lot").asText(), dispatch.get("consignment").asText(), -times * line.get("quantity").asLong()));
    }

    private Act comeBack(Random random) {
        JsonNode dispatch = departed.draw(random);
        return dispatch == null
                ? null
                : new Act("dispatch come back", "dispatches/" + code(dispatch) + "/reverse", Map.of("why", "trial"), answer -> {
                    left(dispatch).forEach(line -> carried(dispatch, line, -1));
                    needs.add(random, dispatch.get("need").asText());
                });
    }

    private Act undeliver(Random random) {
        JsonNode delivery = delivered.draw(random);
        return delivery == null
                ? null
                : new Act("delivery taken back", "deliveries/" + delivery.get("delivery").asText() + "/reverse", Map.of("why", "trial"), answer -> {
                    arrived(delivery.get("dispatch"), -1);
                    departed.add(random, delivery.get("dispatch"));
                });
    }

    private Act sell(Random random) {
        String[] item = ITEMS[random.nextInt(ITEMS.length)];
        List<Map<String, Object>> lines =
                List.of(goods(item, "quantity", 1 + random.nextInt(3), "price", (1 + random.nextInt(9)) + ".50"));
        return new Act("sale", "sales", Map.of("drive", saleDrive, "lines", lines), answer -> {
            book.counted("sales");
            sold(answer, 1);
            sales.add(random, code(answer));
        });
    }

    private void sold(JsonNode sale, int times) {
        book.took(times * new java.math.BigDecimal(sale.get("total").asText()).movePointRight(2).longValueExact());
        sale.get("lines").forEach(line -> line.get("lots").forEach(
                part -> book.lies(part.get("lot").asText(), fair, -times * part.get("quantity").asLong())));
    }

    private Act withdraw(Random random) {
        String need = needs.take(random);
        return need == null
                ? null
                : new Act("need withdrawn", "needs/" + need + "/withdraw", Map.of(), answer -> book.needEnded(need));
    }

    private Act hold(Random random) {
        Lying some = lying.draw(random);
        return some == null
                ? null
                : new Act(
                        "hold",
                        "holds",
                        Map.of("kind", "check", "why", "trial", "lot", some.lot(), "place", some.place(), "quantity", 1),
                        answer -> {
                            book.counted("holds");
                            JsonNode line = answer.at("/lines/0");
                            book.promised(code(answer), null, some.lot(), line.get("place").asText(), line.get("quantity").asLong());
                            holds.add(random, code(answer));
                            lying.add(random, some);
                        });
    }

    private Act releaseHold(Random random) {
        String hold = holds.draw(random);
        return hold == null
                ? null
                : new Act("hold released", "holds/" + hold + "/release", Map.of("outcome", "checked"), answer -> book.promiseEnded(hold));
    }
}
