// The drawing state: https://html.spec.whatwg.org/multipage/canvas.html#the-canvas-state
// Setters change the state alone; what differs from the recording is written by the next call that draws with it.

const DirtyTransform = 1;
const DirtyFill = 2;
const DirtyStroke = 4;
const DirtyBlend = 8;
const DirtyLine = 16;
const DirtyShadow = 32;
const DirtyFont = 64;
const DirtyClip = 128;
const DirtySmoothing = 256;
const DirtyFilter = 512;
const DirtyAll = 1023;
/** The recording has grown long, or deep in pictures of pictures: time to replace it by its pixels. */
const DirtyLength = 1024;
const DirtyEverywhere = DirtyLength | DirtyTransform | DirtyBlend | DirtyShadow | DirtyClip | DirtyFilter;
const DirtyForFill = DirtyEverywhere | DirtyFill | DirtySmoothing;
const DirtyForStroke = DirtyEverywhere | DirtyStroke | DirtyLine | DirtySmoothing;
const DirtyForImage = DirtyEverywhere | DirtySmoothing;
const DirtyForClear = DirtyTransform | DirtyClip;

const NoDash = ObjectFreeze([]);
const NoSpacing = ObjectFreeze({ text: '0px', pixels: 0 });

/** Everything that save() keeps; also what a recording has been told so far. */
class CanvasState {
  constructor() {
    this.a = 1;
    this.b = 0;
    this.c = 0;
    this.d = 1;
    this.e = 0;
    this.f = 0;
    this.clip = null;
    this.fill = BlackPaint;
    this.fillInput = '#000000';
    this.fillVersion = 0;
    this.stroke = BlackPaint;
    this.strokeInput = '#000000';
    this.strokeVersion = 0;
    this.alpha = 1;
    this.composite = 0;
    this.lineWidth = 1;
    this.cap = 0;
    this.join = 0;
    this.miterLimit = 10;
    this.dash = NoDash;
    this.dashOffset = 0;
    this.shadowX = 0;
    this.shadowY = 0;
    this.shadowBlur = 0;
    this.shadowColor = 0;
    /** The colour's text where it isn't a legacy one. */
    this.shadowText = null;
    this.font = CanvasFonts.standard;
    this.align = 0;
    this.baseline = 3;
    this.direction = 2;
    this.letterSpacing = NoSpacing;
    this.wordSpacing = NoSpacing;
    this.kerning = 'auto';
    this.stretch = 'normal';
    this.caps = 'normal';
    this.rendering = 'auto';
    this.smoothing = true;
    this.quality = 'low';
    this.filter = 'none';
    /** The filter as it is recorded: lengths in pixels, colours as numbers. */
    this.filterList = 'none';
    this.lang = 'inherit';
    /** Only of what is written: `textFeatures`. */
    this.features = 0;
  }

  /** Takes over all values of `other`; states are reused, so that save() allocates nothing. */
  assign(other) {
    this.a = other.a;
    this.b = other.b;
    this.c = other.c;
    this.d = other.d;
    this.e = other.e;
    this.f = other.f;
    this.clip = other.clip;
    this.fill = other.fill;
    this.fillInput = other.fillInput;
    this.stroke = other.stroke;
    this.strokeInput = other.strokeInput;
    this.alpha = other.alpha;
    this.composite = other.composite;
    this.lineWidth = other.lineWidth;
    this.cap = other.cap;
    this.join = other.join;
    this.miterLimit = other.miterLimit;
    this.dash = other.dash;
    this.dashOffset = other.dashOffset;
    this.shadowX = other.shadowX;
    this.shadowY = other.shadowY;
    this.shadowBlur = other.shadowBlur;
    this.shadowColor = other.shadowColor;
    this.shadowText = other.shadowText;
    this.font = other.font;
    this.align = other.align;
    this.baseline = other.baseline;
    this.direction = other.direction;
    this.letterSpacing = other.letterSpacing;
    this.wordSpacing = other.wordSpacing;
    this.kerning = other.kerning;
    this.stretch = other.stretch;
    this.caps = other.caps;
    this.rendering = other.rendering;
    this.smoothing = other.smoothing;
    this.quality = other.quality;
    this.filter = other.filter;
    this.filterList = other.filterList;
    this.lang = other.lang;
  }
}

/** What contexts begin with. */
const InitialState = new CanvasState();
