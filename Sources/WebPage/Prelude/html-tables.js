// Tables (HTML § 4.9).

const childrenWithTag = (parent, tag) => ArrayFilter(parent[kChildren], (child) => child[kTag] === tag);
/** Rows in the order of the standard: heads' first, then the table's own and its bodies', then feet's. */
const rowsOf = (table) => {
  const rows = [];
  const sections = ['thead', 'tbody', 'tfoot'];
  for (let pass = 0; pass < 3; pass++) {
    for (let i = 0; i < table[kChildren].length; i++) {
      const child = table[kChildren][i];
      if (child[kTag] === 'tr' && pass === 1) ArrayPush(rows, child);
      else if (child[kTag] === sections[pass]) for (let j = 0; j < child[kChildren].length; j++) if (child[kChildren][j][kTag] === 'tr') ArrayPush(rows, child[kChildren][j]);
    }
  }
  return rows;
};
const isCell = (node) => node[kTag] === 'td' || node[kTag] === 'th';
const isRow = (node) => node[kTag] === 'tr';
const checkRowIndex = (index, count, method) => {
  if (index < -1 || index > count) throwDOMException('IndexSizeError', `Failed to execute '${method}': The provided index (${index}) is outside the range [-1, ${count}].`);
};
const appendNew = (parent, tag, before = null) => insertNode(parent, createElementIn(parent[kDocument], tag, 'html'), before);

defineElement('HTMLTableElement', 'table', () => {
  class HTMLTableElement extends HTMLElement {
    get rows() { return cachedLiveList(this, 'rows', HTMLCollection, () => rowsOf(this)); }
    get tBodies() { return childListOf(this, 'tBodies', HTMLCollection, (node) => node[kTag] === 'tbody'); }
    get tHead() { return childWithTag(this, 'thead'); }
    set tHead(section) { this.deleteTHead(); if (section !== null) insertNode(this, section, this[kChildren][0] ?? null); }
    get tFoot() { return childWithTag(this, 'tfoot'); }
    set tFoot(section) { this.deleteTFoot(); if (section !== null) insertNode(this, section, null); }
    get caption() { return childWithTag(this, 'caption'); }
    set caption(element) { this.deleteCaption(); if (element !== null) insertNode(this, element, this[kChildren][0] ?? null); }
    createCaption() { return this.caption ?? appendNew(this, 'caption', this[kChildren][0] ?? null); }
    deleteCaption() { if (this.caption !== null) removeNode(this.caption); }
    createTHead() { return this.tHead ?? appendNew(this, 'thead', firstElementFrom(this[kChildren], 0, 1)); }
    deleteTHead() { if (this.tHead !== null) removeNode(this.tHead); }
    createTFoot() { return this.tFoot ?? appendNew(this, 'tfoot'); }
    deleteTFoot() { if (this.tFoot !== null) removeNode(this.tFoot); }
    createTBody() {
      const bodies = childrenWithTag(this, 'tbody');
      return appendNew(this, 'tbody', bodies.length === 0 ? null : siblingOf(bodies[bodies.length - 1], 1));
    }
    insertRow(index = -1) {
      const rows = rowsOf(this);
      checkRowIndex(index, rows.length, 'insertRow');
      if (rows.length === 0) {
        const bodies = childrenWithTag(this, 'tbody');
        return appendNew(bodies.length > 0 ? bodies[bodies.length - 1] : appendNew(this, 'tbody'), 'tr');
      }
      if (index === -1 || index === rows.length) return appendNew(rows[rows.length - 1][kParent], 'tr', siblingOf(rows[rows.length - 1], 1));
      return appendNew(rows[index][kParent], 'tr', rows[index]);
    }
    deleteRow(index) {
      const rows = rowsOf(this);
      checkRowIndex(index, rows.length - 1, 'deleteRow');
      if (rows.length > 0) removeNode(rows[index === -1 ? rows.length - 1 : index]);
    }
  }
  reflectStrings(HTMLTableElement, ['border', 'width', 'align', 'bgColor', 'cellPadding', 'cellSpacing', 'summary', 'frame', 'rules']);
  return HTMLTableElement;
});

defineElement('HTMLTableSectionElement', 'tbody thead tfoot', () => {
  class HTMLTableSectionElement extends HTMLElement {
    get rows() { return childListOf(this, 'rows', HTMLCollection, isRow); }
    insertRow(index = -1) {
      const rows = childrenWithTag(this, 'tr');
      checkRowIndex(index, rows.length, 'insertRow');
      return appendNew(this, 'tr', rows[index] ?? null);
    }
    deleteRow(index) {
      const rows = childrenWithTag(this, 'tr');
      checkRowIndex(index, rows.length - 1, 'deleteRow');
      if (rows.length > 0) removeNode(rows[index === -1 ? rows.length - 1 : index]);
    }
  }
  return HTMLTableSectionElement;
});

defineElement('HTMLTableRowElement', 'tr', () => {
  class HTMLTableRowElement extends HTMLElement {
    get cells() { return childListOf(this, 'cells', HTMLCollection, isCell); }
    get rowIndex() {
      const table = this.closest('table');
      return table === null ? -1 : ArrayIndexOf(rowsOf(table), this);
    }
    get sectionRowIndex() { return this[kParent] === null ? -1 : ArrayIndexOf(childrenWithTag(this[kParent], 'tr'), this); }
    insertCell(index = -1) {
      const cells = ArrayFilter(this[kChildren], isCell);
      checkRowIndex(index, cells.length, 'insertCell');
      return appendNew(this, 'td', cells[index] ?? null);
    }
    deleteCell(index) {
      const cells = ArrayFilter(this[kChildren], isCell);
      checkRowIndex(index, cells.length - 1, 'deleteCell');
      if (cells.length > 0) removeNode(cells[index === -1 ? cells.length - 1 : index]);
    }
  }
  reflectStrings(HTMLTableRowElement, ['align', 'bgColor', 'vAlign']);
  return HTMLTableRowElement;
});

defineElement('HTMLTableCellElement', 'td th', () => {
  class HTMLTableCellElement extends HTMLElement {
    get cellIndex() { return this[kParent] === null || !isRow(this[kParent]) ? -1 : ArrayIndexOf(ArrayFilter(this[kParent][kChildren], isCell), this); }
  }
  reflectStrings(HTMLTableCellElement, ['headers', 'scope', 'abbr', 'align', 'bgColor', 'width', 'height', 'vAlign']);
  reflectIntegers(HTMLTableCellElement, ['colSpan', 'rowSpan'], 1);
  return HTMLTableCellElement;
});
definePlainElement('HTMLTableColElement', 'col colgroup', { strings: ['width', 'align'], integers: ['span'] });
definePlainElement('HTMLTableCaptionElement', 'caption', { strings: ['align'] });
