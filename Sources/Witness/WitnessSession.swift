import Foundation
import WebPage

/// What is to be played in a real browser: a page, how it is opened, and what is done to it.
public struct WitnessSession: Sendable {
    /// One input and when it is made.
    public struct Input: Sendable {
        /// Virtual milliseconds.
        public var time: Double
        /// What is done, as traces write it down: `{"keyDown":{"_0":{"key":"a",…},"isRepeat":false}}`.
        public var actionJSON: String

        public init(time: Double, actionJSON: String) {
            self.time = time
            self.actionJSON = actionJSON
        }
    }

    public var page: PageSource
    public var options: PageOptions
    public var inputs: [Input]
    /// Virtual milliseconds at which the session ends.
    public var end: Double
    /// Animation frames from one look at the page to the next.
    public var framesPerStep: Int

    public init(page: PageSource, options: PageOptions, inputs: [Input], end: Double, framesPerStep: Int = 60) {
        self.page = page
        self.options = options
        self.inputs = inputs
        self.end = end
        self.framesPerStep = framesPerStep
    }
}
