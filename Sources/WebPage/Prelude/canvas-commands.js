// The recorded form of a canvas: one growing buffer of numbers a bitmap, which Swift reads in place.
// A drawing call only writes numbers here; pixels are made when somebody looks (CanvasRenderer.swift).

/** Above so many numbers (2 MB) the recording is replaced by the pixels that it amounts to. */
const CanvasFlattenLength = 262144;
/** A recording that is longer than this starts over at a colour that hides most of what was there. */
const CanvasWipeLength = 8192;
/** Pictures of pictures deeper than this are replaced likewise. */
const CanvasDepthMax = 40;

let canvasResourceCount = 0;

/**
 * What a bitmap's context has drawn since the last time that everything was covered.
 *
 * `buffer[0 ..< length]` is only ever appended to, so a snapshot can share it; a restart of a shared buffer
 * takes a new one. `resources` are the pictures that the commands refer to by index.
 */
class CanvasRecording {
  constructor(id, width, height, opaque) {
    this.id = id;
    this.width = width;
    this.height = height;
    this.opaque = opaque;
    this.buffer = new Float64Array(256);
    this.length = 0;
    this.generation = 0;
    this.resources = [];
    this.shared = false;
    this.latestSnapshot = null;
    this.self = null;
    this.depth = 0;
    this.tainted = false;
    this.pen = null;
    /** The buffer that Swift was told of last, and how many it was told of. */
    this.toldBuffer = null;
    this.bufferNumber = 0;
    /** Whether an opaque colour covers the bitmap and nothing has taken any of it away since. */
    this.solid = false;
  }

  /** The colour space that the page knows the bitmap by, and that of its numbers. */
  get colorSpace() { return 'srgb'; }
  get storage() { return 'srgb'; }

  /** Makes room for `count` numbers and returns where they go; the caller advances `length`. */
  reserve(count) {
    const start = this.length;
    if (start + count > this.buffer.length) {
      let capacity = this.buffer.length * 2;
      while (capacity < start + count) capacity *= 2;
      const larger = new Float64Array(capacity);
      Float64ArraySet(larger, this.buffer);
      this.buffer = larger;
      this.shared = false;
      LookSigns.noteStamp();
      if (capacity > CanvasFlattenLength) this.pen.dirty |= DirtyLength;
    }
    return start;
  }

  /** Forgets all commands: what follows covers them. */
  restart() {
    if (this.shared) {
      this.buffer = new Float64Array(this.buffer.length);
      this.shared = false;
      LookSigns.noteStamp();
    }
    this.length = 0;
    this.solid = false;
    this.generation++;
    this.depth = 0;
    this.latestSnapshot = null;
    if (this.resources.length !== 0) {
      this.resources = [];
      LookSigns.noteStamp();
    }
  }

  resize(width, height) {
    this.restart();
    this.width = width;
    this.height = height;
    this.self = null;
    this.tainted = false;
    LookSigns.noteStamp();
  }

  /** The index by which commands of this recording name a picture. */
  indexOf(resource) {
    if (resource.owner === this && resource.ownerGeneration === this.generation) return resource.index;
    resource.owner = this;
    resource.ownerGeneration = this.generation;
    resource.index = this.resources.length;
    ArrayPush(this.resources, resource);
    LookSigns.noteStamp();
    if (resource.depth >= this.depth) this.depth = resource.depth + 1;
    if (this.depth > CanvasDepthMax) this.pen.dirty |= DirtyLength;
    return resource.index;
  }

  /** The bitmap as it is now, without copying: a picture that later drawing doesn't change. */
  snapshot() {
    const latest = this.latestSnapshot;
    if (latest !== null && latest.length === this.length) return latest;
    this.shared = true;
    this.latestSnapshot = {
      kind: 'recording', id: ++canvasResourceCount, width: this.width, height: this.height, opaque: this.opaque,
      recording: this.id, generation: this.generation, buffer: this.buffer, length: this.length,
      resources: ArraySlice(this.resources), depth: this.depth, owner: null, ownerGeneration: 0, index: 0,
    };
    return this.latestSnapshot;
  }

  /** The bitmap as a picture that is drawn onto itself: no copy, since it is what has been drawn so far. */
  get itself() {
    return this.self ??= { kind: 'itself', id: 0, width: this.width, height: this.height, depth: 0, owner: null, ownerGeneration: 0, index: 0 };
  }

  writeString(start, text) {
    const { buffer } = this;
    const { length } = text;
    buffer[start++] = length;
    for (let i = 0; i < length; i += 3) {
      const first = StringCharCodeAt(text, i);
      const second = i + 1 < length ? StringCharCodeAt(text, i + 1) : 0;
      const third = i + 2 < length ? StringCharCodeAt(text, i + 2) : 0;
      buffer[start++] = first + second * 65536 + third * 4294967296;
    }
    return start;
  }
}

/** The numbers that `writeString` takes for a text: its length, then three UTF-16 units a number. */
const recordedStringLength = (text) => 1 + MathCeil(text.length / 3);

/** Pictures that aren't recordings (kind `recording`, or `itself`): `pixels` are RGBA bytes, `encoded` a PNG or JPEG file's bytes. */
const CanvasResources = {
  pixels(width, height, bytes) {
    return {
      kind: 'pixels', id: ++canvasResourceCount, width, height, bytes, depth: 0,
      owner: null, ownerGeneration: 0, index: 0,
    };
  },
  encoded(width, height, bytes) {
    return {
      kind: 'encoded', id: ++canvasResourceCount, width, height, bytes, depth: 0,
      owner: null, ownerGeneration: 0, index: 0,
    };
  },
};

/** All living recordings by id, for Swift; a canvas that the page has dropped goes with it. */
const CanvasRecordings = (() => {
  const recordings = new SafeMap();
  const HEAD_LENGTH = 7;
  const head = new Float64Array(HEAD_LENGTH);
  const find = (id) => {
    const reference = recordings.get(id);
    return reference === undefined ? null : WeakRefDeref(reference) ?? null;
  };
  /** Puts into `cells` from `at` on: generation, length, number of the buffer, count of resources, width, height, whether opaque. */
  const putHead = (recording, cells, at) => {
    if (recording.buffer !== recording.toldBuffer) {
      recording.toldBuffer = recording.buffer;
      recording.bufferNumber++;
    }
    cells[at] = recording.generation;
    cells[at + 1] = recording.length;
    cells[at + 2] = recording.bufferNumber;
    cells[at + 3] = recording.resources.length;
    cells[at + 4] = recording.width;
    cells[at + 5] = recording.height;
    cells[at + 6] = recording.opaque ? 1 : 0;
  };
  let latestId = 0;
  let sweepAt = 64;
  const sweep = () => {
    const dead = [];
    recordings.forEach((reference, id) => {
      if (WeakRefDeref(reference) === undefined) ArrayPush(dead, id);
    });
    for (let i = 0; i < dead.length; i++) recordings.delete(dead[i]);
    sweepAt = MathMax(64, recordings.size * 2);
  };
  return ObjectFreeze({
    create(width, height, opaque) {
      if (recordings.size >= sweepAt) sweep();
      const recording = new CanvasRecording(++latestId, width, height, opaque);
      recordings.set(latestId, new WeakRef(recording));
      LookSigns.noteStamp();
      LookSigns.noteDocument();
      return recording;
    },
    /** How many there have been. */
    latestId: () => latestId,
    /** The recording with that id: {id, width, height, opaque, generation, length, buffer, resources}. */
    get: find,
    headLength: HEAD_LENGTH,
    /** What `readHead` found, as `putHead` puts it. */
    head,
    /** Puts into `head` what Swift has to know of a recording before it looks into it; 0 when there is none. */
    readHead(id) {
      const recording = find(id);
      if (recording === null) return 0;
      putHead(recording, head, 0);
      return 1;
    },
    putHead,
    /** The ids of all recordings in the order of their creation. */
    ids() {
      const ids = [];
      recordings.forEach((reference, id) => {
        if (WeakRefDeref(reference) !== undefined) ArrayPush(ids, id);
      });
      return ids;
    },
  });
})();
