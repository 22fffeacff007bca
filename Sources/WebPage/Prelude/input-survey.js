// What a person could click on the page, and what the page listens to: for the host that looks for a way to start a game.

{
  const { document } = DocumentState;
  const clickTypes = ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'dblclick'];
  const TEXT_LENGTH_MAX = 200;

  const nativelyClickable = (element) => {
    switch (element[kTag]) {
      case 'button': case 'select': case 'textarea': case 'summary': case 'label': return true;
      case 'a': return element[kAttributes].has('href');
      case 'input': return element.type !== 'hidden';
      default: return element[kAttributes].get('role') === 'button';
    }
  };
  const listensToClicks = (element) => {
    for (let i = 0; i < clickTypes.length; i++) if (listenerListOf(element, clickTypes[i]) !== undefined) return true;
    return false;
  };
  const reasonOf = (element, style) => {
    if (nativelyClickable(element)) return 'control';
    if (listensToClicks(element)) return 'listener';
    if (style === null || style[P.cursor] !== 'pointer') return null;
    // The cursor is inherited: only the outermost element that has it is what a person would aim at.
    const parent = element[kParent];
    return parent === null || parent[kNodeType] !== 1 || styleOf(parent)?.[P.cursor] !== 'pointer' ? 'cursor' : null;
  };
  /** The element's computed values; no script runs while the elements are gone through, so that they stay as they are. */
  const styleOf = (element) => element[kStyle]?.values ?? null;
  const isSeen = (element, box, style) => {
    if (box.width <= 0 || box.height <= 0) return false;
    return style === null || (style[P.visibility] !== 'hidden' && style[P.display] !== 'none' && +style[P.opacity] !== 0);
  };
  /** A name of a single letter is often refused, by the page's own scripts at that; a figure of one digit seldom is. */
  const NAME_LENGTH = 3;
  const charactersWanted = (element) => {
    if (!Input.isTextField(element) || element.value !== '') return 0;
    if (element.type === 'number') return 1;
    const { minLength, maxLength } = element;
    const wanted = minLength > NAME_LENGTH ? minLength : NAME_LENGTH;
    return maxLength > 0 && maxLength < wanted ? maxLength : wanted;
  };
  const describe = (element, reason, style) => {
    const box = Input.boxOf(element);
    const text = element[kTag] === 'input' ? element.value || element.placeholder : renderedText(element);
    return {
      element, reason, tag: element[kTag], id: element.id, className: element.getAttribute('class') ?? '',
      text: StringSlice(text, 0, TEXT_LENGTH_MAX), disabled: isDisabled(element), charactersWanted: isSeen(element, box, style) ? charactersWanted(element) : 0, visible: isSeen(element, box, style),
      covered: false, box,
    };
  };

  const COVERS_MAX = 24;
  /** Whether something else would take a click on the middle of the box. */
  const isCovered = (element, box) => {
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return hit !== null && !isAncestorOrSelf(element, hit) && !isAncestorOrSelf(hit, element);
  };
  const noteCovers = (found) => {
    let count = 0;
    for (let i = 0; i < found.length && count < COVERS_MAX; i++) {
      if (found[i].reason !== 'control' || !found[i].visible) continue;
      found[i].covered = isCovered(found[i].element, found[i].box);
      count++;
    }
  };

  /** The elements that a person could click, in tree order, those hidden marked as such, and controls that lie under others. */
  Input.clickables = () => {
    const found = [];
    const visit = (node) => {
      for (let i = 0; i < node[kChildren].length; i++) {
        const child = node[kChildren][i];
        if (child[kNodeType] !== 1 || unrenderedTags[child[kTag]] === 1 && child[kTag] !== 'canvas') continue;
        const style = styleOf(child);
        if (style !== null && style[P.display] === 'none') continue;
        const reason = reasonOf(child, style);
        if (reason !== null) ArrayPush(found, describe(child, reason, style));
        visit(child);
        if (child[kShadow]) visit(child[kShadow]);
      }
    };
    Rendering().Cascade.update();
    if (document.body !== null) visit(document.body);
    noteCovers(found);
    return found;
  };

  const CONTAINERS_MAX = 200;
  const CONTAINED_MIN = 4;
  /** The boxes of elements that hold several others, painted or not, in tree order. */
  Input.containers = () => {
    const found = [];
    const visit = (node) => {
      let count = 0;
      for (let i = 0; i < node[kChildren].length; i++) {
        if (node[kChildren][i][kNodeType] !== 1) continue;
        count++;
        visit(node[kChildren][i]);
      }
      if (count < CONTAINED_MIN || found.length >= CONTAINERS_MAX) return;
      const box = Input.boxOf(node);
      if (box.width > 0 && box.height > 0) ArrayPush(found, box);
    };
    if (document.body !== null) visit(document.body);
    return found;
  };

  /** The types that any listener or handler waits for, in alphabetical order. */
  Input.listenedEvents = () => {
    const types = [];
    ListenerCounts.forEach((count, type) => { if (count > 0) ArrayPush(types, type); });
    return ArraySort(types);
  };
}
