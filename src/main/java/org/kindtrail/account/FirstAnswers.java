package org.kindtrail.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;

/** The first answers that are kept for repeats ({@link Once}), as far as somebody is to be forgotten in them. */
@ApplicationScoped
public class FirstAnswers {
    private final EntityManager database;
    private final ObjectMapper json;

    FirstAnswers(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Empties these fields in all kept answers, wherever they stand beside the code. The answers stay: a request that is
     * repeated still acts once.
     */
    public void clear(String code, Collection<String> fields) {
        List<Object[]> rows = database.createNativeQuery(
                        "select asker, request_key, body from answer where body like ?1", Object[].class)
                .setParameter(1, "%" + code + "%")
                .getResultList();
        for (Object[] row : rows) {
            database.createNativeQuery("update answer set body = ?3 where asker = ?1 and request_key = ?2")
                    .setParameter(1, row[0])
                    .setParameter(2, row[1])
                    .setParameter(3, cleared((String) row[2], code, fields))
                    .executeUpdate();
        }
    }

    private String cleared(String body, String code, Collection<String> fields) {
        try {
            JsonNode all = json.readTree(body);
            clear(all, code, fields);
            return json.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept answer is no JSON");
        }
    }

    private static void clear(JsonNode node, String code, Collection<String> fields) {
        if (node instanceof ObjectNode object) {
            boolean itsOwn = false;
            for (JsonNode value : object) {
                itsOwn |= value.isTextual() && value.textValue().equals(code);
            }
            if (itsOwn) {
                fields.stream().filter(object::has).forEach(object::putNull);
            }
        }
        node.forEach(each -> clear(each, code, fields));
    }
}
