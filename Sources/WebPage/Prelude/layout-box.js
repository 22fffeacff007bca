// Boxes of the box tree: https://www.w3.org/TR/css-display-3/#box-tree


const NO_EDGES = ObjectFreeze([0, 0, 0, 0]);

/** A box; `x` and `y` are its border box's place in the border box of `origin`. */
class LayoutBox {
  constructor(node, style, kind) {
    this.node = node;
    this.style = style;
    /** 'flow' | 'flex' | 'grid' | 'table' | 'group' | 'row' | 'cell' | 'replaced' | 'inline' | 'text' | 'break' */
    this.kind = kind;
    this.parent = null;
    this.origin = null;
    this.children = noChildren;
    this.hasInlineChildren = false;
    this.childrenDirty = true;
    this.dirty = true;
    this.x = 0;
    this.y = 0;
    this.w = 0;
    this.h = 0;
    // Place on the page, before transforms.
    this.px = 0;
    this.py = 0;
    // The used ones: the style's own arrays when nothing in them has to be worked out.
    this.margin = NO_EDGES;
    this.padding = NO_EDGES;
    this.ownsEdges = false;
    this.baseline = NaN;
    // Margins after collapsing with children's: positive and negative parts at the top and bottom.
    this.collapse = null;
    // Where an out-of-flow box would have stood, in the border box of `flowParent`.
    this.flowParent = null;
    this.staticX = 0;
    this.staticY = 0;
    // What the last layout was asked for.
    this.askedWidth = -1;
    this.askedHeight = -1;
    this.forcedWidth = -1;
    this.forcedHeight = -1;
    /** The grid area that the box was last placed in. */
    this.area = null;
    /** A grid's items on its cells, for as long as they only follow one another. */
    this.placement = null;
    /** Where its decoration, or its text, stands in the list of painted boxes, and in which list. */
    this.paintEntry = -1;
    this.paintList = -1;
    /** Which of that list's texts it is. */
    this.paintedText = -1;
    this.measured = null;
    this.intrinsic = null;
    this.lines = null;
    this.rects = null;
    this.fragments = null;
    /** The text that the fragments, or the widths of what is around, were made of. */
    this.laidText = null;
    /** Whether it has become another since. */
    this.hasNewText = false;
    this.scrollX = 0;
    this.scrollY = 0;
    this.data = null;
  }
  edgesX() { return this.style.border[1] + this.style.border[3] + this.padding[1] + this.padding[3]; }
  edgesY() { return this.style.border[0] + this.style.border[2] + this.padding[0] + this.padding[2]; }
  contentLeft() { return this.style.border[3] + this.padding[3]; }
  contentTop() { return this.style.border[0] + this.padding[0]; }
}
