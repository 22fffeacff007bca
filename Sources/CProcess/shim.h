#pragma once
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>

// Variadic in the C library, which Swift can't call.
static inline int playproof_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL); }

// The C library declares these for GNU programs only, which Swift's are not.
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
