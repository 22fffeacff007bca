// Reads a trace (format playproof/trace/1, described in TraceEncoder.swift) into what the viewer shows. The checksums
// are the command's business; a trace that was cut off is read as far as it goes.

/** Applies one change text (ReadingDelta.swift) to a value; values are never changed in place. */
class DeltaReader {
  constructor(text) {
    this.text = text;
    this.position = 0;
  }

  /** The members of a reading after the change of one of them. */
  static apply(text, reading) {
    return new DeltaReader(text).member(reading);
  }

  take(character) {
    if (this.text[this.position] !== character) return false;
    this.position += 1;
    return true;
  }

  match(pattern) {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text);
    if (found === null) throw new Error(`damaged change: ${this.text}`);
    this.position = pattern.lastIndex;
    return found[0];
  }

  integer() {
    return Number(this.match(/\d+/y));
  }

  name() {
    return this.text[this.position] === '"' ? this.json() : this.match(/\w+/y);
  }

  /** The JSON value that begins here and ends where its brackets or quotes do. */
  json() {
    const start = this.position;
    let depth = 0;
    do {
      const character = this.text[this.position];
      if (character === undefined) throw new Error(`damaged change: ${this.text}`);
      if (character === '"') {
        this.match(/"(?:[^"\\]|\\.)*"/y);
        continue;
      }
      if ('[{'.includes(character)) depth += 1;
      if (']}'.includes(character)) depth -= 1;
      if ('[]{},:'.includes(character)) this.position += 1;
      else this.match(/[^\[\]{},:;"]+/y);
    } while (depth > 0);
    return JSON.parse(this.text.slice(start, this.position));
  }

  member(object) {
    const name = this.name();
    const changed = { ...object };
    if (this.take('!')) delete changed[name];
    else changed[name] = this.value(object[name]);
    return changed;
  }

  value(old) {
    if (this.take('=')) return this.json();
    if (this.take('+')) return old + this.integer();
    if (this.take('-')) return old - this.integer();
    if (this.take('{')) return this.members(old);
    if (this.take('[')) return this.elements(old);
    if (this.take('@')) return this.copies(old);
    throw new Error(`damaged change: ${this.text}`);
  }

  members(old) {
    let object = old;
    if (this.take('}')) return object;
    do object = this.member(object); while (this.take(','));
    this.take('}');
    return object;
  }

  elements(old) {
    const list = [...old];
    do {
      const index = this.integer();
      list[index] = this.value(list[index]);
    } while (this.take(','));
    this.take(']');
    return list;
  }

  copies(old) {
    const list = [];
    if (this.take(';')) return list;
    do {
      if (this.take('=')) {
        list.push(this.json());
        continue;
      }
      const first = this.integer();
      const last = this.take('-') ? this.integer() : first;
      list.push(...old.slice(first, last + 1));
    } while (this.take(','));
    this.take(';');
    return list;
  }
}

/** The list that a text makes of the old one (ListDelta.swift). */
const applyListDelta = (text, old) => {
  const list = [];
  for (const part of text === '' ? [] : text.split(',')) {
    if (part[0] === '=') {
      list.push(parseInt(part.slice(1), 36));
      continue;
    }
    const [first, last = first] = part.split('-').map((end) => parseInt(end, 36));
    for (let index = first; index <= last; index += 1) list.push(old[index]);
  }
  return list;
};

class TraceReader {
  static read(text) {
    const lines = text.split('\n');
    const header = JSON.parse(lines[0]);
    if (!String(header.schema).startsWith('playproof/trace/')) throw new Error('this is not a trace');
    if (header.schema !== 'playproof/trace/1') throw new Error(`the trace is of version ${header.schema}, and this page reads playproof/trace/1`);
    const reader = new TraceReader(header);
    // What stands behind the last line feed was cut off.
    for (let index = 1; index < lines.length - 1 && reader.summary === null; index += 1) reader.line(lines[index]);
    return reader.trace();
  }

  constructor(header) {
    this.header = header;
    this.summary = null;
    this.changes = [];
    this.inputTexts = [];
    this.commands = [];
    this.frame = 0;
    this.reading = {};
    this.digest = null;
    this.drawing = [];
    this.frames = [];
    this.inputs = [];
    this.notes = [];
    this.drawings = [];
  }

  line(line) {
    switch (line[0]) {
      case '#': return;
      case '!': this.summary = JSON.parse(line.slice(1)); return;
      case ':': this.changes.push(line.slice(1)); return;
      case '~': this.inputTexts.push(line.slice(1)); return;
      case '*': this.commands.push(line.slice(1)); return;
      default: this.event(line);
    }
  }

  event(line) {
    const [, advance, given, code, rest] = /^(\d*)(?:@(-?[\d.]+(?:e[+-]?\d+)?))?([a-z])(.*)$/.exec(line) ?? [];
    if (code === undefined) throw new Error(`damaged line: ${line.slice(0, 60)}`);
    this.frame += Number(advance || 0);
    const time = given === undefined ? this.frame * this.header.frameInterval : Number(given);
    if (code === 'r') this.change(rest, time);
    else if (code === 'i') this.inputs.push({ time, action: JSON.parse(this.inputTexts[parseInt(rest, 36)]) });
    else if (code === 'd') {
      this.drawing = applyListDelta(rest, this.drawing);
      this.drawings.push({ frame: this.frame, time, commands: this.drawing });
    } else {
      this.notes.push({ time, kind: { c: 'console', e: 'error', f: 'finding' }[code], content: JSON.parse(rest) });
    }
  }

  change(rest, time) {
    const dot = rest.indexOf('.');
    const numbers = dot < 0 ? rest : rest.slice(0, dot);
    for (const number of numbers === '' ? [] : numbers.split(',')) {
      this.reading = DeltaReader.apply(this.changes[parseInt(number, 36)], this.reading);
    }
    if (dot >= 0) this.digest = rest.slice(dot + 1);
    this.frames.push({ frame: this.frame, time, reading: this.reading, digest: this.digest });
  }

  trace() {
    const { header, summary, frames, inputs, notes, drawings, commands } = this;
    const last = [frames, inputs, notes].map((list) => list[list.length - 1]?.time ?? 0);
    return { header, frames, inputs, notes, drawings, commands, end: summary?.time ?? Math.max(...last), isCutOff: summary === null };
  }
}

/** The index of the last item at or before a time; -1 when there is none. */
const indexAt = (list, time) => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].time <= time + 1e-6) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};
