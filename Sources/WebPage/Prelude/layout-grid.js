// Grid: https://www.w3.org/TR/css-grid-1/ — templates, placement, track sizing, alignment.

/** Templates of tracks and lines, parsed once per text. */
const GridTemplates = lazily(() => {
  const cache = new SafeMap();
  const NONE = { tracks: noChildren, names: new SafeMap(), auto: null };

  const sizing = (word) => {
    const match = RegExpExec(/^(minmax|fit-content)\(([^]*)\)$/, word);
    if (match !== null && match[1] === 'minmax') {
      const parts = CSSSyntax.split(match[2], ',');
      return { min: breadth(parts[0]), max: breadth(parts[1] ?? 'auto') };
    }
    if (match !== null) return { min: 'auto', max: 'max-content', limit: CSSValues.length(match[2]) };
    const both = breadth(word);
    return { min: typeof both === 'object' && both.fr !== undefined ? 'auto' : both, max: both };
  };
  const breadth = (word) => {
    const match = RegExpExec(/^([\d.]+)fr$/i, word);
    return match !== null ? { fr: +match[1] } : CSSValues.length(word);
  };

  const addName = (names, name, line) => {
    const list = names.get(name);
    if (list === undefined) names.set(name, [line]);
    else ArrayPush(list, line);
  };
  const read = (text, result) => {
    const words = CSSSyntax.split(text, ' ');
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (word[0] === '[') {
        const names = CSSSyntax.split(StringSlice(word, 1, -1), ' ');
        for (let j = 0; j < names.length; j++) addName(result.names, names[j], result.tracks.length + 1);
      } else if (StringStartsWith(word, 'repeat(')) readRepeat(StringSlice(word, 7, -1), result);
      else ArrayPush(result.tracks, sizing(word));
    }
  };
  const readRepeat = (body, result) => {
    const comma = CSSSyntax.findTop(body, 0, ',');
    const count = StringTrim(StringSlice(body, 0, comma));
    const inner = StringTrim(StringSlice(body, comma + 1));
    if (count === 'auto-fill' || count === 'auto-fit') {
      const repeated = { tracks: [], names: new SafeMap() };
      read(inner, repeated);
      result.auto = { at: result.tracks.length, tracks: repeated.tracks, fits: count === 'auto-fit' };
      return;
    }
    for (let i = MathMin(10000, NumberParseInt(count, 10) || 0); i > 0; i--) read(inner, result);
  };
  const parse = (text) => {
    if (text === 'none') return NONE;
    let result = cache.get(text);
    if (result === undefined) {
      if (cache.size > 500) return NONE;
      result = { tracks: [], names: new SafeMap(), auto: null };
      read(text, result);
      cache.set(text, result);
    }
    return result;
  };

  const areaCache = new SafeMap();
  /** `"a b" "c d"` → map of name → [row start, column start, row end, column end]. */
  const areas = (text) => {
    let result = areaCache.get(text);
    if (result !== undefined) return result;
    result = { map: new SafeMap(), rows: 0, columns: 0 };
    const rows = text === 'none' ? [] : CSSSyntax.split(text, ' ');
    result.rows = rows.length;
    for (let r = 0; r < rows.length; r++) {
      const cells = CSSSyntax.split(StringSlice(rows[r], 1, -1), ' ');
      result.columns = MathMax(result.columns, cells.length);
      for (let c = 0; c < cells.length; c++) {
        const area = result.map.get(cells[c]);
        if (area === undefined) result.map.set(cells[c], [r + 1, c + 1, r + 2, c + 2]);
        else {
          area[2] = MathMax(area[2], r + 2);
          area[3] = MathMax(area[3], c + 2);
        }
      }
    }
    areaCache.set(text, result);
    return result;
  };
  return { parse, areas, sizing };
});

/** Where items stand in the grid: lines are 0-based here, and implicit tracks before the first line are shifted in. */
const GridPlacement = lazily(() => {
  const lineNumber = (text, names, areas, side, count) => {
    if (text === 'auto') return null;
    const words = CSSSyntax.split(text, ' ');
    if (words[0] === 'span') return { span: MathMax(1, NumberParseInt(words[1] ?? '1', 10) || 1) };
    const number = CSSValues.number(words[0]);
    if (number !== null) return { line: number > 0 ? number - 1 : count + 1 + number };
    const area = areas.map.get(text);
    if (area !== undefined) return { line: area[side] - 1 };
    const named = names.get(text) ?? names.get(text + (side < 2 ? '-start' : '-end'));
    return named === undefined ? null : { line: named[0] - 1 };
  };
  /** {start (-1: automatic), span} along one axis. */
  const along = (values, startIndex, endIndex, names, areas, sides, count) => {
    const start = lineNumber(values[startIndex], names, areas, sides[0], count);
    const end = lineNumber(values[endIndex], names, areas, sides[1], count);
    if (start?.line !== undefined && end?.line !== undefined) {
      const from = MathMin(start.line, end.line);
      return { start: from, span: MathMax(1, MathAbs(end.line - start.line)) };
    }
    if (start?.line !== undefined) return { start: start.line, span: end?.span ?? 1 };
    if (end?.line !== undefined) return { start: end.line - (start?.span ?? 1), span: start?.span ?? 1 };
    return { start: NaN, span: start?.span ?? end?.span ?? 1 };
  };

  class Occupancy {
    constructor() { this.cells = new SafeSet(); }
    free(row, column, rows, columns) {
      for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) if (this.cells.has(r * 4096 + c)) return false;
      return true;
    }
    take(row, column, rows, columns) {
      for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) this.cells.add(r * 4096 + c);
    }
  }

  const byOrder = (a, b) => a.box.style.order - b.box.style.order;
  /** Items {box, row, column, rows, columns} and the grid's number of rows and columns. */
  const place = (box, columnTemplate, rowTemplate, columnCount, rowCount) => {
    const known = box.placement;
    if (known !== null && known.children === box.children && known.style === box.style && known.columnCount === columnCount
      && known.rowCount === rowCount && isUnplaced(box.children)) return known.result;
    const result = placeAll(box, columnTemplate, rowTemplate, columnCount, rowCount);
    box.placement = isUnplaced(box.children) ? { children: box.children, style: box.style, columnCount, rowCount, result } : null;
    return result;
  };
  /** Whether items only follow one another: then their places depend on nothing but their number. */
  const isUnplaced = (children) => {
    for (let i = 0; i < children.length; i++) if (children[i].style.isPlaced || children[i].style.isOutOfFlow) return false;
    return true;
  };
  const placeAll = (box, columnTemplate, rowTemplate, columnCount, rowCount) => {
    const values = box.style.record.values;
    const areas = GridTemplates().areas(values[P.gridTemplateAreas]);
    const explicitColumns = MathMax(columnCount, areas.columns);
    const explicitRows = MathMax(rowCount, areas.rows);
    const items = [];
    for (let i = 0; i < box.children.length; i++) {
      const child = box.children[i];
      child.origin = box;
      if (child.style.isOutOfFlow) continue;
      const own = child.style.record.values;
      const column = along(own, P.gridColumnStart, P.gridColumnEnd, columnTemplate.names, areas, [1, 3], explicitColumns);
      const row = along(own, P.gridRowStart, P.gridRowEnd, rowTemplate.names, areas, [0, 2], explicitRows);
      ArrayPush(items, { box: child, row: row.start, column: column.start, rows: row.span, columns: column.span });
    }
    ArraySort(items, byOrder);
    shiftNegative(items);
    return automatic(items, explicitColumns, explicitRows, values[P.gridAutoFlow]);
  };
  const shiftNegative = (items) => {
    let row = 0;
    let column = 0;
    for (let i = 0; i < items.length; i++) {
      if (items[i].row < row) row = items[i].row;
      if (items[i].column < column) column = items[i].column;
    }
    for (let i = 0; i < items.length; i++) {
      items[i].row -= row;
      items[i].column -= column;
    }
  };
  /** The auto-placement algorithm (8.5). */
  const automatic = (items, explicitColumns, explicitRows, flow) => {
    const byColumn = StringStartsWith(flow, 'column');
    const isDense = StringIncludes(flow, 'dense');
    const grid = new Occupancy();
    let columns = explicitColumns;
    let rows = explicitRows;
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (!NumberIsNaN(item.column)) columns = MathMax(columns, item.column + item.columns);
      else if (!byColumn) columns = MathMax(columns, item.columns);
      if (!NumberIsNaN(item.row)) rows = MathMax(rows, item.row + item.rows);
      else if (byColumn) rows = MathMax(rows, item.rows);
      if (!NumberIsNaN(item.row) && !NumberIsNaN(item.column)) grid.take(item.row, item.column, item.rows, item.columns);
    }
    columns = MathMax(1, columns);
    rows = MathMax(byColumn ? 1 : 0, rows);
    const cursor = { row: 0, column: 0 };
    for (let pass = 0; pass < 2; pass++) {
      for (let i = 0; i < items.length; i++) {
        const item = items[i];
        const lockedMinor = byColumn ? !NumberIsNaN(item.column) : !NumberIsNaN(item.row);
        if ((!NumberIsNaN(item.row) && !NumberIsNaN(item.column)) || lockedMinor !== (pass === 0)) continue;
        if (isDense || pass === 0) cursor.row = cursor.column = 0;
        find(item, grid, cursor, columns, rows, byColumn, pass === 0);
        grid.take(item.row, item.column, item.rows, item.columns);
      }
      cursor.row = cursor.column = 0;
    }
    for (let i = 0; i < items.length; i++) {
      rows = MathMax(rows, items[i].row + items[i].rows);
      columns = MathMax(columns, items[i].column + items[i].columns);
    }
    return { items, rows, columns };
  };
  const find = (item, grid, cursor, columns, rows, byColumn, lockedMinor) => {
    const fixedRow = item.row;
    const fixedColumn = item.column;
    let row = NumberIsNaN(fixedRow) ? cursor.row : fixedRow;
    let column = NumberIsNaN(fixedColumn) ? cursor.column : fixedColumn;
    // An item with a fixed place across the flow begins at the next track when the cursor has passed it.
    if (!lockedMinor && !byColumn && !NumberIsNaN(fixedColumn) && fixedColumn < cursor.column) row++;
    if (!lockedMinor && byColumn && !NumberIsNaN(fixedRow) && fixedRow < cursor.row) column++;
    for (let tries = 0; tries < 100000; tries++) {
      const fits = (byColumn ? row + item.rows <= rows || !NumberIsNaN(fixedRow) : column + item.columns <= columns || !NumberIsNaN(fixedColumn) || lockedMinor)
        && grid.free(row, column, item.rows, item.columns);
      if (fits) break;
      if (byColumn) {
        if (NumberIsNaN(fixedRow) && row + item.rows < rows) row++;
        else {
          row = NumberIsNaN(fixedRow) ? 0 : fixedRow;
          if (NumberIsNaN(fixedColumn)) column++;
          else row++;
        }
      } else if (NumberIsNaN(fixedColumn) && (column + item.columns < columns || lockedMinor)) column++;
      else {
        column = NumberIsNaN(fixedColumn) ? 0 : fixedColumn;
        row++;
      }
    }
    item.row = row;
    item.column = column;
    cursor.row = row;
    cursor.column = column;
  };
  return { place };
});
