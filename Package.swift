// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]

let package = Package(
    name: "playproof",
    products: [
        .library(
            name: "Playproof",
            targets: ["ScriptEngine", "ScriptSyntax", "WebPage", "GameReading", "GamePlaying", "Scenarios", "Traces", "Recording", "Pictures", "Witness", "Suites", "Reports"]),
        .executable(name: "playproof", targets: ["playproof"]),
    ],
    dependencies: [
        // Commands, options and their help, the way Swift's own tools have them.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Scenario and suite files are YAML; Yams reports the line of every node.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // Workers are processes with pipes, started without a thread-unsafe fork.
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        // A target names all modules that it imports: when one changes that isn't named, the target is not built anew.
        .systemLibrary(name: "CJavaScriptCore", pkgConfig: "javascriptcoregtk-4.1", providers: [.apt(["libjavascriptcoregtk-4.1-dev"])]),
        .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
        .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
        .systemLibrary(name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
        .systemLibrary(name: "CProcess"),
        .systemLibrary(name: "CGif", providers: [.apt(["libgif-dev"])]),
        .target(name: "ScriptEngine", dependencies: ["CJavaScriptCore", "CProcess"], swiftSettings: settings),
        .target(name: "ScriptSyntax", dependencies: ["ScriptEngine"], resources: [.copy("JavaScript")], swiftSettings: settings),
        .target(
            name: "WebPage", dependencies: ["ScriptEngine", "ScriptSyntax", "CGumbo", "CCairo"],
            resources: [.copy("Prelude")], swiftSettings: settings),
        .target(name: "GameReading", dependencies: ["ScriptEngine", "WebPage"], resources: [.copy("JavaScript")], swiftSettings: settings),
        .target(name: "GamePlaying", dependencies: ["GameReading", "ScriptEngine", "WebPage"], swiftSettings: settings),
        .target(
            name: "Scenarios", dependencies: ["GamePlaying", "GameReading", "ScriptEngine", "ScriptSyntax", "WebPage", "Yams"],
            resources: [.copy("JavaScript")], swiftSettings: settings),
        .target(name: "Traces", swiftSettings: settings),
        .target(name: "Recording", dependencies: ["GamePlaying", "Scenarios", "Traces", "WebPage"], swiftSettings: settings),
        .target(name: "Pictures", dependencies: ["CCairo", "CGif"], swiftSettings: settings),
        .target(name: "Witness", dependencies: ["WebPage"], resources: [.copy("JavaScript")], swiftSettings: settings),
        .target(
            name: "Suites",
            dependencies: ["CSeccomp", "Scenarios", "ScriptEngine", "WebPage", "Yams", .product(name: "Subprocess", package: "swift-subprocess")],
            swiftSettings: settings),
        .target(name: "Reports", dependencies: ["Scenarios"], resources: [.copy("Viewer")], swiftSettings: settings),
        .executableTarget(
            name: "playproof",
            dependencies: [
                "GamePlaying", "Pictures", "Recording", "Reports", "Scenarios", "ScriptEngine", "Suites", "Traces", "WebPage", "Witness",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        // What several test targets need; nothing else uses it.
        .target(name: "TestSupport", dependencies: ["CProcess"], path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: settings),
        .testTarget(name: "ScriptEngineTests", dependencies: ["ScriptEngine"], swiftSettings: settings),
        .testTarget(name: "ScriptSyntaxTests", dependencies: ["ScriptEngine", "ScriptSyntax"], swiftSettings: settings),
        .testTarget(name: "WebPageTests", dependencies: ["TestSupport", "WebPage"], swiftSettings: settings),
        .testTarget(name: "GameReadingTests", dependencies: ["GameReading", "WebPage"], swiftSettings: settings),
        .testTarget(name: "GamePlayingTests", dependencies: ["GamePlaying", "GameReading", "TestSupport", "WebPage"], swiftSettings: settings),
        .testTarget(name: "ScenariosTests", dependencies: ["GamePlaying", "Scenarios", "TestSupport", "WebPage"], swiftSettings: settings),
        .testTarget(name: "ReportsTests", dependencies: ["Reports", "Scenarios", "TestSupport", "Traces"], swiftSettings: settings),
        .testTarget(name: "TracesTests", dependencies: ["Traces"], swiftSettings: settings),
        .testTarget(name: "RecordingTests", dependencies: ["GamePlaying", "GameReading", "Recording", "Traces"], swiftSettings: settings),
        .testTarget(name: "PicturesTests", dependencies: ["Pictures", "CGif"], swiftSettings: settings),
        .testTarget(
            name: "WitnessTests", dependencies: ["GamePlaying", "TestSupport", "WebPage", "Witness"], exclude: ["expected-differences.json"], swiftSettings: settings),
        .testTarget(name: "SuitesTests", dependencies: ["Scenarios", "Suites", "WebPage"], swiftSettings: settings),
        .testTarget(name: "PlayproofTests", dependencies: ["Pictures", "Scenarios", "Suites", "TestSupport", "Traces", "playproof"], swiftSettings: settings),
    ]
)
