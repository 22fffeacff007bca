// What the recording of a canvas is written in.

/** Opcodes, each followed by its arguments; the same table stands in CanvasOpcode.swift. */
const CanvasOp = ObjectFreeze({
  transform: 1, // a b c d e f
  fillColor: 2, // 0xRRGGBBAA
  strokeColor: 3,
  fillGradient: 4, // type p0 … p5 count (offset colour)*
  strokeGradient: 5,
  fillPattern: 6, // resource repetition a b c d e f
  strokePattern: 7,
  globalAlpha: 8, // alpha
  composite: 9, // index into CanvasComposites
  line: 10, // width cap join miterLimit
  lineDash: 11, // offset count number*
  shadow: 12, // x y blur colour
  font: 13, // family size weight italic letterSpacing wordSpacing align baseline rightToLeft kerned
  smoothing: 14, // enabled
  filter: 15, // string
  clipReset: 16,
  clip: 17, // rule count number*
  fillRect: 20, // x y width height
  strokeRect: 21,
  clearRect: 22,
  path: 23, // count number*: the path that fill and stroke use, in device space
  fill: 24, // rule
  stroke: 25,
  fillText: 26, // x y maxWidth (negative: none) string
  strokeText: 27,
  drawImage: 28, // resource sx sy sw sh dx dy dw dh
  putImage: 29, // resource x y left top right bottom: pixels replace what is there
});

/** `globalCompositeOperation` values in the order of their recorded index. */
const CanvasComposites = [
  'source-over', 'source-in', 'source-out', 'source-atop', 'destination-over', 'destination-in', 'destination-out',
  'destination-atop', 'lighter', 'copy', 'xor', 'multiply', 'screen', 'overlay', 'darken', 'lighten', 'color-dodge',
  'color-burn', 'hard-light', 'soft-light', 'difference', 'exclusion', 'hue', 'saturation', 'color', 'luminosity',
  'clear',
];
const CanvasCopyComposite = ArrayIndexOf(CanvasComposites, 'copy');
