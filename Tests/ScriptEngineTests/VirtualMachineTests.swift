import Foundation
import Testing

@testable import ScriptEngine

@Suite("A virtual machine")
struct VirtualMachineTests {
    @Test(arguments: ["while (true) {}", "for (;;) { try { for (;;); } catch {} finally { for (;;); } }", "[1].map(function f() { for (;;); })"])
    func `stops endless loops and goes on working`(source: String) throws {
        let machine = VirtualMachine()
        machine.limitCalls(toSeconds: 0.1)
        let context = ScriptContext(in: machine)
        let error = #expect(throws: ScriptError.self) { try context.evaluate(source) }
        #expect(error?.cause == .timeLimit)
        #expect(try context.evaluate("1 + 1").number == 2)
        let again = #expect(throws: ScriptError.self) { try context.evaluate(source) }
        #expect(again?.cause == .timeLimit)
    }

    @Test func `frees its contexts`() throws {
        let machine = VirtualMachine()
        let script = ScriptString("var big = new Array(10000).fill(0); function f() { return host() }; f()")
        func run() throws {
            let context = ScriptContext(in: machine)
            try context.global.setProperty("host", to: context.function { context, _ in context.value(1) })
            context.onUnhandledRejection(context.function { context, _ in context.undefined })
            try context.evaluate(script)
            #expect(throws: ScriptError.self) { try context.evaluate("throw new Error('kept by nobody')") }
        }
        func settledHeap() -> Int {
            let context = ScriptContext(in: machine)
            context.collectGarbage()
            return context.memoryStatistics.heapSize
        }
        for _ in 0..<50 { try run() }
        let before = settledHeap()
        for _ in 0..<1000 { try run() }
        #expect(settledHeap() < before + 3_000_000, "1,000 contexts of 80 kB and more each must not stay")
    }
}
