import Foundation

/// Reads traces and finds out what is wrong with those that can't be read.
public enum TraceReader {
    /// Reads a trace's file.
    /// - Parameter allowingCutOff: whether a recording that was broken off is read as far as it goes.
    /// - Throws: ``TraceError`` with the line and the remedy.
    public static func read(_ path: String, allowingCutOff: Bool = false) throws(TraceError) -> Trace {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            let isThere = FileManager.default.fileExists(atPath: path)
            throw TraceError(
                .file, path: path, isThere ? "the trace can't be read" : "there is no such trace",
                remedy: isThere ? "give a file that you may read" : "record one with playproof record")
        }
        return try read(data, path: path, allowingCutOff: allowingCutOff)
    }

    /// Reads the bytes of a trace.
    public static func read(
        _ data: Data, path: String? = nil, allowingCutOff: Bool = false
    ) throws(TraceError) -> Trace {
        let bytes = [UInt8](data)
        guard let firstEnd = bytes.firstIndex(of: 0x0A) else {
            guard bytes.starts(with: Array("{\"schema\":\"\(family)".utf8)) else { throw notATrace(path) }
            throw TraceError(
                .cutOff, path: path, line: 1, "the recording was cut off before anything was recorded", remedy: "record it again")
        }
        let header = try header(bytes[..<firstEnd], path)
        var decoder = TraceDecoder(header: header, path: path)
        var start = firstEnd + 1
        var number = 1
        bytes.withUnsafeBufferPointer { decoder.begin(UnsafeBufferPointer(rebasing: $0[..<start])) }
        while start < bytes.count, let end = bytes[start...].firstIndex(of: 0x0A) {
            number += 1
            let line = start...end
            try bytes.withUnsafeBufferPointer { buffer throws(TraceError) in
                try decoder.add(UnsafeBufferPointer(rebasing: buffer[line]), number: number)
            }
            start = end + 1
        }
        if decoder.summary == nil && !allowingCutOff {
            throw TraceError(
                .cutOff, path: path, line: number, "the recording was cut off here",
                remedy: "record it again, or use what is there: playproof render, or replay with --cut-off")
        }
        guard decoder.summary == nil || start == bytes.count else {
            throw TraceError(
                .damaged, path: path, line: number + 1, "there is something behind the end",
                remedy: "record it again, or take a copy that is whole")
        }
        return Trace(header: header, events: decoder.events, summary: decoder.summary)
    }

    /// How the schemas of all versions begin.
    private static let family = TraceHeader.schema.prefix { !$0.isNumber }

    private static func notATrace(_ path: String?) -> TraceError {
        TraceError(.notATrace, path: path, line: 1, "this is not a trace", remedy: "give a file that playproof record wrote")
    }

    private static func header(_ line: ArraySlice<UInt8>, _ path: String?) throws(TraceError) -> TraceHeader {
        struct Schema: Decodable { var schema: String }
        let data = Data(line)
        guard let schema = (try? JSONDecoder().decode(Schema.self, from: data))?.schema, schema.hasPrefix(family) else { throw notATrace(path) }
        guard schema == TraceHeader.schema else {
            throw TraceError(
                .version, path: path, line: 1, "the trace is of version \(schema), and this program reads \(TraceHeader.schema)",
                remedy: "record it again, or read it with the Playproof that wrote it")
        }
        do {
            return try JSONDecoder().decode(TraceHeader.self, from: data)
        } catch {
            throw TraceError(
                .damaged, path: path, line: 1, "the header is damaged", remedy: "record it again, or take a copy that is whole")
        }
    }
}
