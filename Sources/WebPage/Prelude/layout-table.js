// Tables: https://www.w3.org/TR/css-tables-3/ — automatic and fixed column widths, spans, collapsed borders.

const LayoutTable = lazily(() => {
  const { resolve } = CSSValues;

  const spanOf = (box, name) => MathMax(1, MathMin(1000, NumberParseInt(box.node?.[kAttributes].get(name) ?? '1', 10) || 1));

  /** Rows of the table in order of display: head, bodies, foot. */
  const rowsOf = (box) => {
    const groups = [[], [], []];
    const captions = [];
    for (let i = 0; i < box.children.length; i++) {
      const child = box.children[i];
      child.origin = box;
      const display = child.style.record.values[P.display];
      if (child.style.isOutOfFlow) continue;
      if (child.style.inner === 'caption') ArrayPush(captions, child);
      else if (child.kind === 'row') ArrayPush(groups[1], child);
      else if (child.kind === 'group') {
        const target = groups[display === 'table-header-group' ? 0 : display === 'table-footer-group' ? 2 : 1];
        for (let j = 0; j < child.children.length; j++) {
          const row = child.children[j];
          row.origin = child;
          if (row.kind === 'row') ArrayPush(target, row);
        }
      } else ArrayPush(groups[1], child);
    }
    return { rows: ArrayConcat(groups[0], groups[1], groups[2]), captions };
  };

  /** The cells on their grid: {box, row, column, rows, columns}. */
  const gridOf = (box) => {
    const { rows, captions } = rowsOf(box);
    const taken = new SafeSet();
    const cells = [];
    let columns = 0;
    for (let r = 0; r < rows.length; r++) {
      const children = rows[r].kind === 'row' ? rows[r].children : [rows[r]];
      let column = 0;
      for (let i = 0; i < children.length; i++) {
        const child = children[i];
        if (rows[r].kind === 'row') child.origin = rows[r];
        if (child.style.isOutOfFlow) continue;
        while (taken.has(r * 4096 + column)) column++;
        const cell = { box: child, row: r, column, rows: MathMin(spanOf(child, 'rowspan'), rows.length - r), columns: spanOf(child, 'colspan') };
        for (let y = r; y < r + cell.rows; y++) for (let x = column; x < column + cell.columns; x++) taken.add(y * 4096 + x);
        column += cell.columns;
        columns = MathMax(columns, column);
        ArrayPush(cells, cell);
      }
    }
    return { rows, captions, cells, columns };
  };

  const spacingOf = (box) => {
    const { values } = box.style.record;
    if (values[P.borderCollapse] === 'collapse') return [0, 0];
    const parts = CSSSyntax.split(values[P.borderSpacing], ' ');
    const x = NumberParseFloat(parts[0]) || 0;
    return [x, parts.length > 1 ? NumberParseFloat(parts[1]) || 0 : x];
  };

  /** Smallest and largest width of each column, and what its cells ask for by themselves. */
  const columnWidths = (grid, spacing) => {
    const columns = [];
    for (let c = 0; c < grid.columns; c++) ArrayPush(columns, { min: 0, max: 0, fixed: NaN, percent: 0, size: 0 });
    for (let pass = 0; pass < 2; pass++) {
      for (let i = 0; i < grid.cells.length; i++) {
        const cell = grid.cells[i];
        if ((cell.columns === 1) === (pass === 0)) addCell(columns, cell, spacing);
      }
    }
    return columns;
  };
  const addCell = (columns, cell, spacing) => {
    const { box } = cell;
    const content = LayoutIntrinsic.widths(box);
    const isPercent = CSSValues.dependsOnBase(box.style.width);
    let fixed = isPercent ? NaN : LayoutSizes.widthOf(box, box.style.width, NaN, NaN);
    const least = LayoutSizes.widthOf(box, box.style.minWidth, NaN, NaN) || 0;
    let min = MathMax(content.min, least);
    let max = MathMax(content.max, least);
    if (!NumberIsNaN(fixed)) {
      fixed = MathMax(fixed, min);
      min = max = fixed;
    }
    if (cell.columns === 1) {
      const column = columns[cell.column];
      column.min = MathMax(column.min, min);
      column.max = MathMax(column.max, max, column.min);
      if (!NumberIsNaN(fixed)) column.fixed = MathMax(column.fixed || 0, fixed);
      if (isPercent) column.percent = MathMax(column.percent, box.style.width.percent ?? 0);
      return;
    }
    let haveMin = spacing * (cell.columns - 1);
    let haveMax = haveMin;
    for (let c = cell.column; c < cell.column + cell.columns; c++) {
      haveMin += columns[c].min;
      haveMax += columns[c].max;
    }
    for (let c = cell.column; c < cell.column + cell.columns; c++) {
      columns[c].min += MathMax(0, min - haveMin) / cell.columns;
      columns[c].max = MathMax(columns[c].max + MathMax(0, max - haveMax) / cell.columns, columns[c].min);
    }
  };
  const sumOf = (columns, key) => {
    let sum = 0;
    for (let i = 0; i < columns.length; i++) sum += columns[i][key];
    return sum;
  };

  const intrinsic = (box) => {
    const grid = gridOf(box);
    const spacing = spacingOf(box)[0];
    const columns = columnWidths(grid, spacing);
    const gaps = grid.columns > 0 ? spacing * (grid.columns + 1) : 0;
    let captionMin = 0;
    for (let i = 0; i < grid.captions.length; i++) captionMin = MathMax(captionMin, LayoutIntrinsic.widths(grid.captions[i]).min);
    return { min: MathMax(sumOf(columns, 'min') + gaps, captionMin), max: MathMax(sumOf(columns, 'max') + gaps, captionMin) };
  };

  const shareWidth = (columns, width) => {
    let fixedTotal = 0;
    let openMin = 0;
    let openMax = 0;
    let open = 0;
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i];
      if (column.percent > 0) column.fixed = MathMax(column.min, width * column.percent / 100);
      if (NumberIsNaN(column.fixed)) {
        openMin += column.min;
        openMax += column.max;
        open++;
      } else fixedTotal += column.fixed;
    }
    const left = width - fixedTotal;
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i];
      if (!NumberIsNaN(column.fixed)) column.size = open === 0 && fixedTotal > 0 ? MathMax(column.min, column.fixed * width / fixedTotal) : column.fixed;
      else if (left >= openMax) column.size = openMax > 0 ? column.max * left / openMax : left / open;
      else if (openMax > openMin) column.size = column.min + (column.max - column.min) * MathMax(0, left - openMin) / (openMax - openMin);
      else column.size = column.min;
    }
  };

  /** Lays out the table's contents in its content box; the result is their height. */
  const layout = (box, width, height) => {
    const grid = gridOf(box);
    const spacing = spacingOf(box);
    const gapX = spacing[0];
    const gapY = spacing[1];
    const columns = columnWidths(grid, gapX);
    shareWidth(columns, width - (grid.columns > 0 ? gapX * (grid.columns + 1) : 0));
    const lefts = [];
    let x = gapX;
    for (let c = 0; c < columns.length; c++) {
      lefts[c] = x;
      x += columns[c].size + gapX;
    }
    let y = box.contentTop();
    y = placeCaptions(box, grid.captions, width, y, 'top');
    const heights = rowHeights(grid, columns, gapX, gapY);
    growRows(grid, heights, height, gapY);
    const tops = placeRows(box, grid, heights, gapY, y, x - gapX);
    for (let i = 0; i < grid.cells.length; i++) placeCell(box, grid.cells[i], columns, lefts, heights, tops, gapX, gapY);
    const bottom = (grid.rows.length > 0 ? tops[grid.rows.length - 1] + heights[grid.rows.length - 1] + gapY : y);
    const end = placeCaptions(box, grid.captions, width, bottom, 'bottom');
    boundGroups(box);
    return end - box.contentTop();
  };
  const placeCaptions = (box, captions, width, y, side) => {
    for (let i = 0; i < captions.length; i++) {
      const caption = captions[i];
      if ((caption.style.record.values[P.captionSide] === 'bottom' ? 'bottom' : 'top') !== side) continue;
      Layout.layout(caption, width, NaN, width, NaN);
      caption.x = box.contentLeft();
      caption.y = y + LayoutSizes.margin(caption, 0);
      y += caption.h + LayoutSizes.marginsY(caption);
    }
    return y;
  };
  const cellWidth = (cell, columns, gapX) => {
    let width = gapX * (cell.columns - 1);
    for (let c = cell.column; c < cell.column + cell.columns; c++) width += columns[c].size;
    return width;
  };

  const rowHeights = (grid, columns, gapX, gapY) => {
    const heights = [];
    for (let r = 0; r < grid.rows.length; r++) heights[r] = resolve(grid.rows[r].style.height, NaN) || 0;
    for (let pass = 0; pass < 2; pass++) {
      for (let i = 0; i < grid.cells.length; i++) {
        const cell = grid.cells[i];
        if ((cell.rows === 1) !== (pass === 0)) continue;
        const width = cellWidth(cell, columns, gapX);
        LayoutSizes.resolveEdges(cell.box, width);
        const natural = Layout.heightAt(cell.box, width, NaN, width).height;
        const own = LayoutSizes.heightOf(cell.box, cell.box.style.height, NaN) || 0;
        const needed = MathMax(natural, own);
        let have = gapY * (cell.rows - 1);
        for (let r = cell.row; r < cell.row + cell.rows; r++) have += heights[r];
        if (needed > have) heights[cell.row + cell.rows - 1] += needed - have;
      }
    }
    return heights;
  };
  const growRows = (grid, heights, height, gapY) => {
    if (NumberIsNaN(height) || heights.length === 0) return;
    let used = gapY * (heights.length + 1);
    for (let r = 0; r < heights.length; r++) used += heights[r];
    if (used >= height) return;
    for (let r = 0; r < heights.length; r++) heights[r] += (height - used) / heights.length;
  };
  const placeRows = (box, grid, heights, gapY, y, right) => {
    const tops = [];
    y += gapY;
    for (let r = 0; r < grid.rows.length; r++) {
      tops[r] = y;
      const row = grid.rows[r];
      if (row.kind === 'row') {
        row.origin = box;
        row.x = box.contentLeft() + (right > 0 ? spacingOf(box)[0] : 0);
        row.y = y;
        row.w = MathMax(0, right - spacingOf(box)[0]);
        row.h = heights[r];
        row.dirty = false;
      }
      y += heights[r] + gapY;
    }
    return tops;
  };
  const placeCell = (table, cell, columns, lefts, heights, tops, gapX, gapY) => {
    const { box } = cell;
    const width = cellWidth(cell, columns, gapX);
    let height = gapY * (cell.rows - 1);
    for (let r = cell.row; r < cell.row + cell.rows; r++) height += heights[r];
    const natural = Layout.heightAt(box, width, NaN, width).height;
    Layout.layout(box, width, NaN, width, height);
    const align = box.style.verticalAlign;
    const shift = align === 'middle' ? (height - natural) / 2 : align === 'bottom' ? height - natural : 0;
    box.h = height;
    if (shift > 0) shiftContents(box, shift);
    if (shift > 0) box.askedWidth = -1;
    const row = box.origin;
    const isInRow = row.kind === 'row';
    box.x = table.contentLeft() + lefts[cell.column] - (isInRow ? row.x : 0);
    box.y = tops[cell.row] - (isInRow ? row.y : 0);
  };
  const shiftContents = (box, shift) => {
    if (box.hasInlineChildren) LayoutInline.shift(box, shift);
    for (let i = 0; i < box.children.length; i++) {
      const child = box.children[i];
      if (child.kind !== 'text' && child.kind !== 'inline' && !child.style.isOutOfFlow) child.y += shift;
    }
  };
  const boundGroups = (box) => {
    for (let i = 0; i < box.children.length; i++) {
      const group = box.children[i];
      if (group.kind !== 'group' || group.children.length === 0) continue;
      const first = group.children[0];
      const last = group.children[group.children.length - 1];
      group.x = first.x;
      group.y = first.y;
      group.w = first.w;
      group.h = last.y + last.h - first.y;
      group.dirty = false;
      // Rows are placed in the table: their group's place must not be added a second time.
      for (let j = 0; j < group.children.length; j++) group.children[j].origin = box;
    }
  };

  return { layout, intrinsic };
});
