import GamePlaying

/// Inputs that are left out together or not at all: a key that goes down and up again, a click, or what a finger
/// does until it is lifted.
struct InputGroup: Equatable {
    var inputs: [InputEvent]

    var start: Double { inputs.first?.time ?? 0 }

    /// What a finger's touches are kept under among the codes of keys.
    private static let finger = "finger"

    /// The inputs of a session as groups, in the order in which they begin.
    static func groups(of inputs: [InputEvent]) -> [InputGroup] {
        var groups: [InputGroup] = []
        var open: [String: Int] = [:]
        for input in inputs {
            switch input.action {
            case .keyDown(let stroke, let isRepeat):
                if isRepeat, let index = open[stroke.code] {
                    groups[index].inputs.append(input)
                } else {
                    open[stroke.code] = groups.count
                    groups.append(InputGroup(inputs: [input]))
                }
            case .keyUp(let stroke):
                if let index = open.removeValue(forKey: stroke.code) {
                    groups[index].inputs.append(input)
                } else {
                    groups.append(InputGroup(inputs: [input]))
                }
            case .click, .clickAt, .stall:
                groups.append(InputGroup(inputs: [input]))
            case .touchStart:
                open[finger] = groups.count
                groups.append(InputGroup(inputs: [input]))
            case .touchMove, .touchEnd:
                if let index = open[finger] {
                    groups[index].inputs.append(input)
                } else {
                    groups.append(InputGroup(inputs: [input]))
                }
            }
        }
        return groups
    }

    /// All inputs in the order of time; those of the same time stay in the order of their groups.
    static func inputs(of groups: [InputGroup]) -> [InputEvent] {
        groups.flatMap(\.inputs).enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
    }

    func moved(by milliseconds: Double) -> InputGroup {
        InputGroup(inputs: inputs.map { InputEvent(time: $0.time + milliseconds, action: $0.action) })
    }
}
