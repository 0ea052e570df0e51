package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets a test of another room run what the calendar runs once an hour. */
@ApplicationScoped
public class NeedCalendarForTests {
    private final NeedCalendar calendar;

    NeedCalendarForTests(NeedCalendar calendar) {
        this.calendar = calendar;
    }

    public void run() {
        calendar.endWhatHasHadItsDay();
    }
}
