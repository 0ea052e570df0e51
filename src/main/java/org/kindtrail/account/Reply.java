package org.kindtrail.account;

/**
 * What a program is answered after an act.
 *
 * @param status the HTTP status
 * @param location where what was made can be read; null when nothing was made
 * @param body the view that goes out as JSON
 */
public record Reply(int status, String location, Object body) {
    public static Reply created(String location, Object body) {
        return new Reply(201, location, body);
    }

    public static Reply done(Object body) {
        return new Reply(200, null, body);
    }
}
