// A recorded session as the viewer asks for it: what there was at a time.

/** How keys are named on the page. */
const keyName = (key) => ({ ' ': 'Space', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' })[key] ?? key;

/** An input's action, as Swift's encoder writes it: the name of the case and what belongs to it. */
const describeInput = (action) => {
  if (action.keyDown) return `${keyName(action.keyDown._0.key)} ${action.keyDown.isRepeat ? 'repeats' : 'down'}`;
  if (action.keyUp) return `${keyName(action.keyUp._0.key)} up`;
  if (action.click) return `click ${action.click._0}`;
  if (action.clickAt) return `click at ${Math.round(action.clickAt.x)}, ${Math.round(action.clickAt.y)}`;
  if (action.stall) return `a stall of ${Math.round(action.stall.milliseconds)} ms`;
  if (action.touchStart) return `touch at ${Math.round(action.touchStart.x)}, ${Math.round(action.touchStart.y)}`;
  if (action.touchMove) return `touch moves to ${Math.round(action.touchMove.x)}, ${Math.round(action.touchMove.y)}`;
  if (action.touchEnd) return `touch ends at ${Math.round(action.touchEnd.x)}, ${Math.round(action.touchEnd.y)}`;
  return JSON.stringify(action);
};

class Session {
  constructor(trace) {
    this.trace = trace;
    this.end = trace.end;
    this.frameInterval = trace.header.frameInterval;
    this.findings = trace.notes.filter((note) => note.kind === 'finding');
    this.errors = trace.notes.filter((note) => note.kind === 'error');
  }

  /** The reading at a time; an empty object before the first. */
  reading(time) {
    return this.trace.frames[indexAt(this.trace.frames, time)]?.reading ?? {};
  }

  frameNumber(time) {
    return Math.round(time / this.frameInterval);
  }

  /** The index of the drawing that is shown at a time; -1 where there is none. */
  drawingIndex(time) {
    return indexAt(this.trace.drawings, time);
  }

  draw(index, onDecoded) {
    const { drawings, commands } = this.trace;
    return index < 0 ? null : drawCanvases(drawings[index].commands.map((number) => commands[number]), onDecoded);
  }

  /** The keys that are down at a time, in the order in which they were pressed. */
  keysHeld(time) {
    const held = new Set();
    const count = indexAt(this.trace.inputs, time) + 1;
    for (let index = 0; index < count; index += 1) {
      const { keyDown, keyUp } = this.trace.inputs[index].action;
      if (keyDown) held.add(keyDown._0.key);
      if (keyUp) held.delete(keyUp._0.key);
    }
    return [...held];
  }

  /** The last input at or before a time, if it is no longer ago than a person needs to see it. */
  latestInput(time) {
    const input = this.trace.inputs[indexAt(this.trace.inputs, time)];
    return input !== undefined && time - input.time < 600 ? describeInput(input.action) : '';
  }

  /** Lines of the submission around a 1-based line, each with its number; empty where the submission isn't known. */
  source(line, file) {
    const { submission, options } = this.trace.header;
    const { html, files } = submission.embedded ?? {};
    const encoded = files?.[file];
    const text = encoded === undefined ? html : new TextDecoder().decode(Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)));
    if (text === undefined || !(line > 0)) return [];
    const first = encoded === undefined ? Number(options?.firstLine ?? 1) : 1;
    return text.split('\n').map((content, index) => ({ number: index + first, content })).filter(({ number }) => Math.abs(number - line) <= 2);
  }

  /** The first frame at which two sessions differ in what can be read or is drawn; null when they are the same. */
  static firstDifference(left, right) {
    const times = [...new Set([...left.trace.frames, ...right.trace.frames].map((frame) => frame.time))].sort((a, b) => a - b);
    const shared = Math.min(left.end, right.end);
    for (const time of times) {
      if (time > shared + 1e-6) break;
      const pair = [left, right].map((session) => session.trace.frames[indexAt(session.trace.frames, time)]);
      if (JSON.stringify(pair[0]?.reading) !== JSON.stringify(pair[1]?.reading)) return { time, what: 'the readings differ' };
      if (pair[0]?.digest !== pair[1]?.digest) return { time, what: 'something else is drawn' };
    }
    return left.end === right.end ? null : { time: shared, what: 'one goes on where the other ends' };
  }
}
