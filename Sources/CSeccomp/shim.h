#pragma once
#include <errno.h>
#include <linux/sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <seccomp.h>

// The library gives these as macros with casts or parameters, which Swift doesn't see.
static const uint32_t playproof_action_allow = SCMP_ACT_ALLOW;
static const uint32_t playproof_action_refuse = SCMP_ACT_ERRNO(EACCES);
static const uint32_t playproof_action_unknown_call = SCMP_ACT_ERRNO(ENOSYS);
static const uint64_t playproof_clone_thread = CLONE_THREAD;
// What fork(3) of the C library asks for.
static const uint64_t playproof_clone_copy = CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID | SIGCHLD;
static const uint64_t playproof_set_name = PR_SET_NAME;
static const uint64_t playproof_set_parent_death_signal = PR_SET_PDEATHSIG;
