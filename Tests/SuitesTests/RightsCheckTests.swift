import Foundation
import Testing

@testable import Suites

@Suite("A process with its rights")
struct RightsCheckTests {
    /// What a worker is refused must be possible elsewhere, or the check would prove nothing.
    @Test func `is refused nothing that a worker is refused`() {
        #expect(RightsCheck.results().allSatisfy { $0.error != EACCES })
    }
}
