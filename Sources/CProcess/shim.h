#pragma once
#include <signal.h>
#include <sys/prctl.h>

// Variadic in the C library, which Swift can't call.
static inline int playproof_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL); }
