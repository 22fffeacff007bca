import Foundation
import Testing

@testable import ScriptEngine

/// Each in a process of its own: a copy of the test runner would be one of all threads that other tests run in, with the
/// locks that these held.
@Suite("A copy of the process")
struct ProcessCopyTests {
    @Test func `isn't made where the engine has threads of its own`() {
        #expect(!EngineTuning.runsAlone)
        #expect(ProcessCopy.run(processorSeconds: 1) { Data([1]) } == nil)
    }

    @Test func `brings back what was found out, and nothing else`() async {
        await #expect(processExitsWith: .success) {
            var count = 0
            let answer = ProcessCopy.fork(processorSeconds: 60) {
                count += 1
                return Data([UInt8(count), 7])
            }
            #expect(answer == Data([1, 7]))
            #expect(count == 0)
        }
    }

    @Test func `that ends badly or too late brings back nothing`() async {
        await #expect(processExitsWith: .success) {
            #expect(ProcessCopy.fork(processorSeconds: 60) { nil } == nil)
            #expect(ProcessCopy.fork(processorSeconds: 60) { raise(SIGKILL) == 0 ? Data([1]) : nil } == nil)
            #expect(ProcessCopy.fork(processorSeconds: 0.1) { while true {} } == nil)
        }
    }

    @Test func `that waits for a lock of a thread that it doesn't have ends too`() async {
        await #expect(processExitsWith: .success) {
            let isRunning = DispatchSemaphore(value: 0)
            Thread.detachNewThread {
                let machine = VirtualMachine()
                machine.limitCalls(toSeconds: 60)
                let context = ScriptContext(in: machine)
                let signal = context.function { context, _ in
                    isRunning.signal()
                    return context.undefined
                }
                try? context.global.setProperty("signal", to: signal)
                _ = try? context.evaluate("signal(); for (;;);")
            }
            isRunning.wait()
            // The machine's lock is open for a moment still, until the call of `signal` has returned.
            while ProcessCopy.fork(processorSeconds: 0.1, { Data([1]) }) != nil {}
            // Nothing is wound up while the other thread runs.
            _exit(EXIT_SUCCESS)
        }
    }

    @Test func `counts for the processor time of the process that made it`() async {
        await #expect(processExitsWith: .success) {
            let before = ProcessCopy.processorSeconds
            let answer = ProcessCopy.fork(processorSeconds: 60) {
                let start = clock()
                while clock() - start < CLOCKS_PER_SEC / 10 {}
                return Data(String(ProcessCopy.processorSeconds).utf8)
            }
            let inside = answer.flatMap { Double(String(decoding: $0, as: UTF8.self)) }
            #expect(inside.map { $0 - before > 0.09 } == true)
            #expect(ProcessCopy.processorSeconds - before > 0.09)
        }
    }
}
