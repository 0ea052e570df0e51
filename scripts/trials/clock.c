/* Lets a process believe that it is later or earlier: adds the seconds in the first eight bytes of the file TRIAL_CLOCK to what
   the clock of the machine says. For scripts/faults, which puts it before the C library (LD_PRELOAD). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>

static volatile long *added;
static int (*real)(clockid_t, struct timespec *);

__attribute__((constructor)) static void open_clock(void) {
    const char *path = getenv("TRIAL_CLOCK");
    int file = path ? open(path, O_RDONLY) : -1;
    real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    if (file >= 0) {
        void *at = mmap(0, sizeof(long), PROT_READ, MAP_SHARED, file, 0);
        added = at == MAP_FAILED ? 0 : at;
    }
}

int clock_gettime(clockid_t which, struct timespec *at) {
    int result = real(which, at);
    if (result == 0 && added && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) {
        at->tv_sec += *added;
    }
    return result;
}

int gettimeofday(struct timeval *at, void *zone) {
    struct timespec now;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &now);
    at->tv_sec = now.tv_sec;
    at->tv_usec = now.tv_nsec / 1000;
    return 0;
}
