import Foundation
import Scenarios

/// A file of result records, one a line, as the reporter `jsonl` writes it. It is mapped, not read, so that ten thousand
/// records don't fill the memory.
public struct ResultsFile: Sendable {
    public let path: String
    let data: Data

    /// - Throws: ``InputError`` when there is no such file.
    public init(_ path: String) throws(InputError) {
        guard InputFile.size(of: path) != nil else {
            throw InputError("no such file of results", at: path, remedy: "Write one with playproof check --reporter jsonl --output FILE.")
        }
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
            throw InputError("can't be read", at: path, remedy: "Check the file's permissions.")
        }
        self.path = path
        self.data = data
    }

    /// Where the lines are that say something, each with its number; the last one may lack its line feed.
    func lines() -> [(number: Int, range: Range<Int>)] {
        var lines: [(number: Int, range: Range<Int>)] = []
        var number = 0
        var start = data.startIndex
        while start < data.endIndex {
            let end = data[start...].firstIndex(of: UInt8(ascii: "\n")) ?? data.endIndex
            number += 1
            if !data[start..<end].allSatisfy({ $0 <= 32 }) { lines.append((number, start..<end)) }
            start = end + 1
        }
        return lines
    }

    /// Whether the last line has its line feed, so that it is whole.
    var isWhole: Bool { data.isEmpty || data.last == UInt8(ascii: "\n") }

    /// Goes through the records in order.
    public func forEach(_ body: (ResultRecord) throws -> Void) throws {
        for line in lines() { try body(record(at: line.range, number: line.number)) }
    }

    func record(at range: Range<Int>, number: Int) throws(InputError) -> ResultRecord {
        do {
            return try ResultRecord(jsonLine: String(decoding: data[range], as: UTF8.self))
        } catch DecodingError.dataCorrupted(let context) where context.debugDescription.hasPrefix("a record of schema") {
            throw InputError(context.debugDescription, at: "\(path):\(number)", remedy: "Judge the submissions again with this version.")
        } catch {
            throw InputError(
                "the line is no result record", at: "\(path):\(number)",
                remedy: "Give files that playproof check --reporter jsonl --output FILE has written.")
        }
    }
}
