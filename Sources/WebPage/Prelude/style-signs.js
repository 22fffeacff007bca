// What has to be known of styles before anybody looks at them: whether style sheets have changed, and whether any of them, or an
// element's own style, can begin something by itself.

const kSheet = Symbol('sheet');
/** The constructed sheets that a document or shadow root has adopted. */
const kAdopted = Symbol('adoptedStyleSheets');
/** An element's style record, once it has one. */
const kStyle = Symbol('styleRecord');
/** A node's box, once it has one. */
const kBox = Symbol('box');

/** What is told of changes of styles; nobody listens before styles are looked at. */
const StyleListeners = {
  /** The element's own style changed: its `style` object, an animation, or the slot that it is shown in. */
  elementChanged: () => {},
  /** Every text may be of another size from now on. */
  fontsChanged: () => {},
};

const StyleSigns = (() => {
  /** Whether any style mentions transitions or animations: if not, frames needn't update styles. */
  const traits = { animates: false };
  /** Counts the changes of what style sheets there are. */
  let sheets = 1;
  /** At which of them the sheets were read last. */
  let read = 0;
  /** The animations that are in effect or to come, in the order in which they began. */
  const animations = [];

  const sheetsChanged = () => {
    sheets++;
    LookSigns.noteDocument();
  };
  /** Takes note of the text of an element's own style, or of a property's name. */
  const noteInline = (text) => {
    if (!traits.animates && (StringIncludes(text, 'transition') || StringIncludes(text, 'animation'))) traits.animates = true;
  };

  const SPEAKS_OF_MORE = /transition|animation|@import|@font-face/i;
  let scanned = { sheets: -1, result: true };
  /**
   * Whether the document's sheets, which may not have been read yet, can animate anything or load fonts or other sheets:
   * a question of their texts alone.
   */
  const mayAnimate = () => {
    if (scanned.sheets !== sheets) scanned = { sheets, result: findSigns(DocumentState.document) };
    return scanned.result;
  };
  const findSigns = (root) => {
    if (root === null || root[kAdopted]?.length > 0) return true;
    for (let node = nextInTree(root, root); node !== null; node = nextInTree(node, root)) {
      // What the page changes in a sheet's rules is in no text.
      if (node[kTag] === 'link' || node[kShadow] || node[kSheet]?.wrapper) return true;
      if (node[kTag] !== 'style') continue;
      const children = node[kChildren];
      for (let i = 0; i < children.length; i++) if (RegExpTest(SPEAKS_OF_MORE, children[i][kData] ?? '')) return true;
    }
    return false;
  };

  const isSheetOwner = (tag) => tag === 'style' || tag === 'link';
  ArrayPush(DomObservers, (kind, node, name) => {
    if (kind === 'attribute') {
      if (name === 'style') {
        if (!traits.animates) noteInline(node[kAttributes].get('style') ?? '');
      } else if (name !== 'class' && name !== 'id' && isSheetOwner(node[kTag])) sheetsChanged();
    } else if (kind === 'children' ? node[kTag] === 'style' : node[kParent] !== null && node[kParent][kTag] === 'style') sheetsChanged();
  });
  onInsertionOf(['style', 'link'], sheetsChanged);
  ArrayPush(InsertionSteps, (node) => {
    if (!traits.animates && node[kNodeType] === 1) noteInline(node[kAttributes].get('style') ?? '');
  });
  ArrayPush(RemovalSteps, (node) => { if (isSheetOwner(node[kTag])) sheetsChanged(); });

  const hasNewSheets = () => read !== sheets;
  // Whether anything is animated is known once the style sheets are read; most pages' don't speak of it.
  const mayBegin = () => traits.animates || animations.length > 0 || (hasNewSheets() && mayAnimate());
  EventLoop.afterFrameCallbacks((timestamp) => {
    if (mayBegin()) Rendering().Animations.begin(timestamp);
    return false;
  }, mayBegin);

  return {
    traits, animations, noteInline, mayAnimate, sheetsChanged, hasNewSheets,
    sheetsVersion: () => sheets,
    sheetsRead: () => { read = sheets; },
  };
})();
