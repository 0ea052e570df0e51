package org.kindtrail.web;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import org.kindtrail.kernel.ReplicaReads;

/**
 * Lets what a door reads come from the replica. What the replica does not have, or what breaks off there, is read once more
 * from the primary, so a reader sees no fault that the primary would not show.
 */
@MayLag
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class MayLagDoor {
    private final OwnWrites own;

    MayLagDoor(OwnWrites own) {
        this.own = own;
    }

    @AroundInvoke
    Object enter(InvocationContext door) throws Exception {
        if (!ReplicaReads.isNear() || !own.mayLag()) {
            return door.proceed();
        }
        Object answer = null;
        Exception broken = null;
        ReplicaReads.begin();
        boolean used;
        try {
            answer = door.proceed();
        } catch (Exception failed) {
            broken = failed;
        } finally {
            used = ReplicaReads.end();
        }
        boolean refused = broken != null || answer instanceof Response response && response.getStatus() >= 400;
        if (used && refused) {
            return door.proceed();
        }
        if (broken != null) {
            throw broken;
        }
        return answer;
    }
}
