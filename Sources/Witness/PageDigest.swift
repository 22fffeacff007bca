import Foundation
import WebPage

/// What a page has drawn and shows at one moment, by the same JavaScript in the simulated and in a real browser.
public struct PageDigest: Codable, Sendable, Equatable {
    /// An element that takes up room.
    public struct Element: Codable, Sendable, Equatable {
        /// Its tag and id.
        public var name: String
        /// Left, top, width and height of its border box in CSS pixels.
        public var box: [Double]
        /// Its computed colours, visibility, opacity, display and position.
        public var look: String
    }

    /// The number of canvas calls since the page began to load, and a hash of their names and arguments.
    public var draws: String
    /// The lines of text that a person reads; nil where they are those of the step before.
    public var text: String?
    /// The elements; nil where nobody asked or where they are those of the step before.
    public var boxes: [Element]?

    /// What a simulated page must be opened with, so that ``read(_:withBoxes:)`` can ask it.
    public static let pageExtension = PageExtension(
        name: "digest", source: WitnessFiles.text("page-digest.js") + WitnessFiles.text("simulator.js"))

    /// The digest of a simulated page now; nil when it hangs.
    public static func read(_ page: Page, withBoxes: Bool) -> PageDigest? {
        page.decode(PageDigest.self, from: withBoxes ? "digestLookWithBoxes" : "digestLook")
    }

    /// Each canvas of a simulated page as 16 × 16 mean colours, four numbers each; nil for a canvas without 2D pixels.
    public static func pixels(of page: Page) -> [[Int]?] {
        page.decode([[Int]?].self, from: "digestPixels") ?? []
    }
}
