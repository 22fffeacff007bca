// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]

// A package of its own, so that whoever uses Playproof never builds its benchmarks.
let package = Package(
    name: "benchmarks",
    dependencies: [
        .package(name: "playproof", path: ".."),
        // Commands, options and their help, as in Playproof itself.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                .product(name: "Playproof", package: "playproof"), .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            resources: [.copy("Resources")], swiftSettings: settings)
    ]
)
