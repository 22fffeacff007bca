import ArgumentParser
import ScriptEngine
import Suites

struct Worker: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge submissions from standard input, one JSON object a line, for other programs.",
        discussion: """
            Reads jobs and answers each, in order, until standard input ends. A job is a line such as
              {"kind":"judge","id":"a03","page":{"html":"<!DOCTYPE html>…"},"seed":1,"rules":"tetris"}
            of which only id and page have to be there. The answer is any number of lines with the keys stage, alive, check, \
            decided (the record once its verdict is known), output, log or file, and then one with result (the result \
            record), done (an exit code) or failure (why the job can't be done).

            A worker sets itself no limits: whoever starts it watches its time and its memory, and kills it.
            """,
        shouldDisplay: false)

    func run() throws {
        EngineTuning.favourShortRuns()
        try WorkerLoop { try GameTasks() }.run()
    }
}
