import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.function.Consumer;

/** A request that changes something, under a key of its own, and what is learned from its answer. */
final class Act {
    final String kind;
    final String key = UUID.randomUUID().toString();
    final String path;
    final String body;
    final Consumer<JsonNode> learn;
    /** The first answer: 0 while there is none. */
    volatile int status;
    volatile int answer;

    Act(String kind, String path, Object body, Consumer<JsonNode> learn) {
        this.kind = kind;
        this.path = path;
        this.learn = learn;
        try {
            this.body = Node.JSON.writeValueAsString(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean isDone() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return "POST " + path + " " + body;
    }
}
