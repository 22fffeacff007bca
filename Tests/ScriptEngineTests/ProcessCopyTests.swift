import Foundation
import Testing

@testable import ScriptEngine

@Suite("A copy of the process")
struct ProcessCopyTests {
    @Test func `isn't made where the engine has threads of its own`() {
        #expect(!EngineTuning.runsAlone)
        #expect(ProcessCopy.run(processorSeconds: 1) { Data([1]) } == nil)
    }

    @Test func `brings back what was found out, and nothing else`() {
        var count = 0
        let answer = ProcessCopy.fork(processorSeconds: 60) {
            count += 1
            return Data([UInt8(count), 7])
        }
        #expect(answer == Data([1, 7]))
        #expect(count == 0)
    }

    @Test func `that ends badly or too late brings back nothing`() {
        #expect(ProcessCopy.fork(processorSeconds: 60) { nil } == nil)
        #expect(ProcessCopy.fork(processorSeconds: 60) { abort() } == nil)
        #expect(ProcessCopy.fork(processorSeconds: 0.1) { while true {} } == nil)
    }

    @Test func `counts for the processor time of the process that made it`() {
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
