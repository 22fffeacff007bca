import Foundation
import ScriptEngine

extension Page {
    /// The functions that the prelude calls for what JavaScript can't do.
    func hostObject() -> ScriptValue {
        context.object([
            "parseHTML": function { page, arguments in
                page.context.value(HTMLParser.treeJSON(of: text(arguments, 0), contextTag: text(arguments, 1)))
            },
            "readFile": function { page, arguments in
                page.fileText(text(arguments, 0)).map { page.context.value($0) } ?? page.context.null
            },
            "readBytes": function { page, arguments in
                page.fileBytes(text(arguments, 0)).map { page.context.arrayBuffer([UInt8]($0)) } ?? page.context.null
            },
            "measureText": function { page, arguments in
                let features = arguments.count < 3 ? TextFeatures() : TextFeatures(packed: Int(arguments[2].number))
                let measure = TextMeasurer.measure(font: text(arguments, 0), text: text(arguments, 1), features: features, fonts: &page.fonts)
                return page.context.value(measure.json)
            },
            "textWidth": function { page, arguments in
                page.context.value(TextMeasurer.width(font: text(arguments, 0), text: text(arguments, 1), fonts: &page.fonts))
            },
            "addFont": function { page, arguments in
                guard arguments.count == 4, let bytes = arguments[1].bytes() else { return page.context.value(false) }
                let (weight, isItalic) = (arguments[2].number, arguments[3].boolean)
                return page.context.value(page.fonts.add(Data(bytes), family: text(arguments, 0), weight: weight, isItalic: isItalic))
            },
            "fontNumber": function { page, arguments in
                guard arguments.count == 3 else { return page.context.value(0.0) }
                let family = page.fonts.family(list: text(arguments, 0), weight: arguments[1].number, isItalic: arguments[2].boolean)
                return page.context.value(Double(family.number))
            },
            "imageSize": function { page, arguments in
                guard let bytes = arguments.first?.bytes(), let size = ImageSize.read(Data(bytes)) else { return page.context.null }
                return page.context.value("[\(size.width),\(size.height)]")
            },
            "readPixels": function { page, arguments in
                let numbers = arguments.map { Int($0.number.isFinite ? $0.number : 0) }
                guard numbers.count == 5, let renderer = page.renderer(ofCanvas: numbers[0]) else { return page.context.null }
                let pixels = renderer.rgba(x: numbers[1], y: numbers[2], width: numbers[3], height: numbers[4])
                return page.context.arrayBuffer([UInt8](pixels))
            },
            "keepBoxes": function { page, arguments in
                page.keepBoxes(ofCanvas: Int(arguments.first?.number ?? 0))
                return page.context.undefined
            },
            "encodePNG": function { page, arguments in
                let png = page.renderer(ofCanvas: Int(arguments.first?.number ?? 0))?.png()
                return page.context.value((png ?? Data()).base64EncodedString())
            },
            "processorTime": function { page, _ in
                page.context.value(Self.processorMilliseconds)
            },
            "standStill": function { page, arguments in
                page.standStill(because: text(arguments, 0))
                return page.context.undefined
            },
            "runScript": function { page, arguments in
                if let descriptor = arguments.first { page.runInline(descriptor) }
                return page.context.undefined
            },
            "isPrelude": function { page, arguments in
                page.context.value(page.browser.prelude.holds(text(arguments, 0)))
            },
            "evaluate": function { page, arguments in
                try page.context.evaluate(text(arguments, 0), url: text(arguments, 1))
            },
        ])
    }

    private static var processorMilliseconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
    }

    /// A host function that does not keep the page alive.
    private func function(_ body: @escaping (Page, [ScriptValue]) throws -> ScriptValue) -> ScriptValue {
        context.function { [weak self] context, arguments in
            guard let self else { return context.undefined }
            return try body(self, arguments)
        }
    }
}

private func text(_ arguments: [ScriptValue], _ index: Int) -> String {
    index < arguments.count ? arguments[index].description : ""
}
