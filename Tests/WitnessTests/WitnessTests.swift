import Testing

/// The simulated browser held against Chromium. One browser at a time, since what the pages tell depends on real time.
@Suite(.serialized) struct WitnessTests {}
