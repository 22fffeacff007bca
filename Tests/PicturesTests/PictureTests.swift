import CGif
import Foundation
import Testing

@testable import Pictures

@Suite("Pictures")
struct PictureTests {
    private func square(_ colour: UInt32, at x: Double) throws -> Picture {
        let picture = try #require(Picture(width: 12, height: 8, ground: 0x102030))
        picture.fill(colour, x: x, y: 2, width: 3, height: 3)
        return picture
    }

    @Test func `are the same after a way through PNG`() throws {
        let picture = try square(0xFF8000, at: 4)
        let again = try #require(Picture(png: picture.png()))
        #expect(again.pixels() == picture.pixels())
        #expect(again.pixels()[2 * 12 + 4] == 0xFF8000)
        #expect(again.pixels()[0] == 0x102030)
    }

    @Test func `are refused where there is none`() {
        #expect(Picture(png: Data("no picture".utf8)) == nil)
        #expect(Picture(width: 0, height: 5) == nil)
        #expect(Picture(width: 100_000, height: 5) == nil)
        #expect(throws: AnimatedGIF.Failure.self) { try AnimatedGIF.data(frames: [], delays: []) }
    }

    @Test func `make an animation that other programs read back`() throws {
        let frames = try [square(0xFF0000, at: 1), square(0x00FF00, at: 5), square(0x00FF00, at: 5)]
        let data = try AnimatedGIF.data(frames: frames, delays: [100, 250, 33])
        #expect(data.prefix(6) == Data("GIF89a".utf8))
        let read = try ReadGIF(data)
        #expect(read.frames == frames.map { $0.pixels() })
        #expect(read.delays == [10, 25, 3])
    }

    @Test func `have a strip that grows with its moments`() throws {
        let moment = FilmStrip.Moment(picture: try square(0xFFFFFF, at: 0), caption: ["1.20 s", "rotates: a long reason that doesn't fit"])
        let one = try #require(FilmStrip(height: 80).picture(of: [moment]))
        let two = try #require(FilmStrip(height: 80).picture(of: [moment, moment]))
        #expect(two.width > one.width)
        #expect(two.height == one.height)
        #expect(FilmStrip(height: 80).picture(of: []) == nil)
    }

    @Test func `of many colours keep those that matter`() throws {
        let rainbow = try #require(Picture(width: 40, height: 40, ground: 0))
        for index in 0..<400 { rainbow.fill(UInt32(index * 40_000), x: Double(index % 20) * 2, y: Double(index / 20) * 2, width: 2, height: 2) }
        var table = ColourTable(of: [rainbow.pixels()])
        #expect(table.colours.count == 256)
        let first = table.colours[0]
        #expect(table.colours[Int(table.index(of: first))] == first)
    }
}

/// An animation as giflib reads it, each frame drawn over the one before.
private struct ReadGIF {
    var frames: [[UInt32]] = []
    /// Hundredths of a second.
    var delays: [Int] = []

    init(_ data: Data) throws {
        final class Source { var rest: Data; init(_ data: Data) { rest = data } }
        let source = Source(data)
        var code: Int32 = 0
        let file = try #require(DGifOpen(Unmanaged.passUnretained(source).toOpaque(), { file, target, count in
            guard let file, let target, let user = file.pointee.UserData else { return 0 }
            let source = Unmanaged<Source>.fromOpaque(user).takeUnretainedValue()
            let part = source.rest.prefix(Int(count))
            part.copyBytes(to: target, count: part.count)
            source.rest = source.rest.dropFirst(part.count)
            return Int32(part.count)
        }, &code))
        defer { DGifCloseFile(file, nil) }
        try #require(DGifSlurp(file) == GIF_OK)
        let width = Int(file.pointee.SWidth)
        var canvas = [UInt32](repeating: 0, count: width * Int(file.pointee.SHeight))
        for index in 0..<Int(file.pointee.ImageCount) {
            let image = file.pointee.SavedImages[index]
            let area = image.ImageDesc
            for row in 0..<Int(area.Height) {
                for column in 0..<Int(area.Width) {
                    let colour = file.pointee.SColorMap.pointee.Colors[Int(image.RasterBits[row * Int(area.Width) + column])]
                    canvas[(Int(area.Top) + row) * width + Int(area.Left) + column] = UInt32(colour.Red) << 16 | UInt32(colour.Green) << 8 | UInt32(colour.Blue)
                }
            }
            frames.append(canvas)
            var control = GraphicsControlBlock()
            if DGifSavedExtensionToGCB(file, Int32(index), &control) == GIF_OK { delays.append(Int(control.DelayTime)) }
        }
        withExtendedLifetime(source) {}
    }
}
