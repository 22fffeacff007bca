// JavaScriptCore's C API, with the exported functions whose headers Debian does not install
// (JSContextRefPrivate.h, JSBasePrivate.h, JSScriptRefPrivate.h of the WebKit sources).
#pragma once
#include <JavaScriptCore/JavaScript.h>
#include <stdbool.h>

typedef bool (*JSShouldTerminateCallback)(JSContextRef context, void *info);

/// Limits the processor time, in seconds, of one call into the group's virtual machine.
void JSContextGroupSetExecutionTimeLimit(JSContextGroupRef group, double limit, JSShouldTerminateCallback callback, void *info);
void JSContextGroupClearExecutionTimeLimit(JSContextGroupRef group);

/// Calls `function(promise, reason)` for each promise that is rejected without a handler.
void JSGlobalContextSetUnhandledRejectionCallback(JSGlobalContextRef context, JSObjectRef function, JSValueRef *exception);

/// An object with `heapSize`, `heapCapacity`, `extraMemorySize`, `objectCount` and others, in bytes.
JSObjectRef JSGetMemoryUsageStatistics(JSContextRef context);

/// Stops the collections that a timer on a run loop would start, which no run loop here serves.
void JSDisableGCTimer(void);

/// A full collection that has ended when the call returns.
void JSSynchronousGarbageCollectForDebugging(JSContextRef context);

/// A script's text and the code that the engine has made of it.
typedef struct OpaqueJSScript *JSScriptRef;

/// Checks the text's syntax; null, with the message and its line, where that is wrong.
JSScriptRef JSScriptCreateFromString(
    JSContextGroupRef group, JSStringRef url, int startingLineNumber, JSStringRef source, JSStringRef *errorMessage, int *errorLine);
void JSScriptRelease(JSScriptRef script);
JSValueRef JSScriptEvaluate(JSContextRef context, JSScriptRef script, JSValueRef thisValue, JSValueRef *exception);
