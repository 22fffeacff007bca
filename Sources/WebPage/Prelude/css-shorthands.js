// Shorthand properties: one declared value into longhands, and longhands back into one text.

const Shorthands = (() => {
  const SIDES = ['top', 'right', 'bottom', 'left'];
  const table = new SafeMap();
  /** `expand(value)` → array of values for `longhands`, or null when invalid; `collapse(values)` → text. */
  const define = (name, longhandNames, expand, collapse) => {
    const longhands = [];
    for (let i = 0; i < longhandNames.length; i++) ArrayPush(longhands, Properties.index(longhandNames[i]));
    table.set(name, { name, longhands, expand, collapse });
  };

  const fourSides = (value) => {
    const words = CSSSyntax.split(value, ' ');
    if (words.length < 1 || words.length > 4) return null;
    return [words[0], words[1] ?? words[0], words[2] ?? words[0], words[3] ?? words[1] ?? words[0]];
  };
  const joinSides = (v) => {
    if (v[1] !== v[3]) return v[0] + ' ' + v[1] + ' ' + v[2] + ' ' + v[3];
    if (v[0] !== v[2]) return v[0] + ' ' + v[1] + ' ' + v[2];
    return v[0] === v[1] ? v[0] : v[0] + ' ' + v[1];
  };
  const sideNames = (prefix, suffix) => {
    const out = [];
    for (let i = 0; i < 4; i++) ArrayPush(out, prefix + SIDES[i] + suffix);
    return out;
  };
  const pair = (value) => {
    const words = CSSSyntax.split(value, ' ');
    return words.length < 1 || words.length > 2 ? null : [words[0], words[1] ?? words[0]];
  };
  const joinPair = (v) => (v[0] === v[1] ? v[0] : v[0] + ' ' + v[1]);
  const joinAll = (v) => ArrayJoin(v, ' ');

  define('margin', sideNames('margin-', ''), fourSides, joinSides);
  define('padding', sideNames('padding-', ''), fourSides, joinSides);
  define('inset', SIDES, fourSides, joinSides);
  define('border-width', sideNames('border-', '-width'), fourSides, joinSides);
  define('border-style', sideNames('border-', '-style'), fourSides, joinSides);
  define('border-color', sideNames('border-', '-color'), fourSides, joinSides);
  define('margin-inline', ['margin-left', 'margin-right'], pair, joinPair);
  define('margin-block', ['margin-top', 'margin-bottom'], pair, joinPair);
  define('padding-inline', ['padding-left', 'padding-right'], pair, joinPair);
  define('padding-block', ['padding-top', 'padding-bottom'], pair, joinPair);
  define('inset-inline', ['left', 'right'], pair, joinPair);
  define('inset-block', ['top', 'bottom'], pair, joinPair);
  define('overflow', ['overflow-x', 'overflow-y'], pair, joinPair);
  define('overscroll-behavior', ['overscroll-behavior-x', 'overscroll-behavior-y'], pair, joinPair);
  define('gap', ['row-gap', 'column-gap'], pair, joinPair);
  define('border-radius', ['border-top-left-radius', 'border-top-right-radius', 'border-bottom-right-radius', 'border-bottom-left-radius'],
    (value) => {
      const parts = CSSSyntax.split(value, '/');
      const across = fourSides(parts[0]);
      const down = parts.length > 1 ? fourSides(parts[1]) : across;
      if (across === null || down === null || parts.length > 2) return null;
      const out = [];
      for (let i = 0; i < 4; i++) ArrayPush(out, joinPair([across[i], down[i]]));
      return out;
    }, joinSides);

  const STYLES = '|none|hidden|dotted|dashed|solid|double|groove|ridge|inset|outset|auto|';
  const isWidth = (word) => word === 'thin' || word === 'medium' || word === 'thick' || CSSValues.parseLength(word, CSSValues.DEFAULT_CONTEXT) !== null;
  /** `1px solid red` in any order → [width, style, colour]. */
  const line = (value) => {
    const words = CSSSyntax.split(value, ' ');
    const out = ['medium', 'none', 'currentcolor'];
    if (words.length < 1 || words.length > 3) return null;
    for (let i = 0; i < words.length; i++) {
      const word = StringToLowerCase(words[i]);
      if (StringIncludes(STYLES, '|' + word + '|')) out[1] = word;
      else if (isWidth(word)) out[0] = words[i];
      else if (Colors.parse(words[i]) !== null) out[2] = words[i];
      else return null;
    }
    return out;
  };
  const joinLine = (v) => {
    const out = [];
    if (v[0] !== 'medium') ArrayPush(out, v[0]);
    if (v[1] !== 'none') ArrayPush(out, v[1]);
    if (v[2] !== 'currentcolor') ArrayPush(out, v[2]);
    return out.length === 0 ? 'none' : joinAll(out);
  };
  const lineNames = (prefix) => [prefix + '-width', prefix + '-style', prefix + '-color'];
  for (let i = 0; i < 4; i++) define('border-' + SIDES[i], lineNames('border-' + SIDES[i]), line, joinLine);
  define('outline', lineNames('outline'), line, joinLine);
  define('border', ArrayConcat(lineNames('border-top'), lineNames('border-right'), lineNames('border-bottom'), lineNames('border-left')),
    (value) => {
      const one = line(value);
      return one === null ? null : ArrayConcat(one, one, one, one);
    },
    (v) => {
      for (let i = 3; i < 12; i++) if (v[i] !== v[i % 3]) return '';
      return joinLine(v);
    });

  define('flex', ['flex-grow', 'flex-shrink', 'flex-basis'], (value) => {
    if (value === 'none') return ['0', '0', 'auto'];
    if (value === 'auto') return ['1', '1', 'auto'];
    const words = CSSSyntax.split(value, ' ');
    if (words.length < 1 || words.length > 3) return null;
    const out = [null, null, null];
    for (let i = 0; i < words.length; i++) {
      const isNumber = CSSValues.number(words[i]) !== null;
      if (isNumber && out[0] === null) out[0] = words[i];
      else if (isNumber && out[1] === null) out[1] = words[i];
      else if (out[2] === null) out[2] = words[i];
      else return null;
    }
    return [out[0] ?? '1', out[1] ?? '1', out[2] ?? '0%'];
  }, joinAll);
  define('flex-flow', ['flex-direction', 'flex-wrap'], (value) => {
    const words = CSSSyntax.split(value, ' ');
    const out = ['row', 'nowrap'];
    for (let i = 0; i < words.length; i++) out[StringIncludes(words[i], 'wrap') ? 1 : 0] = words[i];
    return out;
  }, joinAll);
  define('place-content', ['align-content', 'justify-content'], pair, joinPair);
  define('place-items', ['align-items', 'justify-items'], pair, joinPair);
  define('place-self', ['align-self', 'justify-self'], pair, joinPair);

  const gridEnd = (start) => (RegExpTest(/^[a-z_-][\w-]*$/i, start) && start !== 'auto' ? start : 'auto');
  const gridLine = (value) => {
    const parts = CSSSyntax.split(value, '/');
    return parts.length > 2 ? null : [parts[0], parts[1] ?? gridEnd(parts[0])];
  };
  const joinGridLine = (v) => (v[1] === 'auto' ? v[0] : v[0] + ' / ' + v[1]);
  define('grid-row', ['grid-row-start', 'grid-row-end'], gridLine, joinGridLine);
  define('grid-column', ['grid-column-start', 'grid-column-end'], gridLine, joinGridLine);
  define('grid-area', ['grid-row-start', 'grid-column-start', 'grid-row-end', 'grid-column-end'], (value) => {
    const p = CSSSyntax.split(value, '/');
    const column = p[1] ?? gridEnd(p[0]);
    return [p[0], column, p[2] ?? gridEnd(p[0]), p[3] ?? gridEnd(column)];
  }, (v) => ArrayJoin(v, ' / '));

  const STRINGS = /"[^"]*"|'[^']*'/g;
  /** `"a b" 20px "c d" / 1fr 2fr` → [rows, columns, areas]. */
  const gridTemplate = (value) => {
    if (value === 'none') return ['none', 'none', 'none'];
    const parts = CSSSyntax.split(value, '/');
    if (parts.length > 2) return null;
    if (!StringIncludes(parts[0], '"') && !StringIncludes(parts[0], "'")) return parts.length < 2 ? null : [parts[0], parts[1], 'none'];
    const words = CSSSyntax.split(parts[0], ' ');
    const areas = [];
    const rows = [];
    for (let i = 0; i < words.length; i++) {
      STRINGS.lastIndex = 0;
      if (RegExpTest(STRINGS, words[i])) {
        ArrayPush(areas, words[i]);
        ArrayPush(rows, 'auto');
      } else if (words[i][0] !== '[') rows[rows.length - 1] = words[i];
    }
    return [joinAll(rows), parts[1] ?? 'none', joinAll(areas)];
  };
  define('grid-template', ['grid-template-rows', 'grid-template-columns', 'grid-template-areas'], gridTemplate,
    (v) => (v[2] === 'none' ? v[0] + ' / ' + v[1] : v[2] + ' / ' + v[1]));
  define('grid', ['grid-template-rows', 'grid-template-columns', 'grid-template-areas', 'grid-auto-flow', 'grid-auto-rows', 'grid-auto-columns'],
    (value) => {
      const flow = StringIndexOf(value, 'auto-flow');
      if (flow < 0) {
        const template = gridTemplate(value);
        return template === null ? null : ArrayConcat(template, ['row', 'auto', 'auto']);
      }
      const parts = CSSSyntax.split(value, '/');
      if (parts.length !== 2) return null;
      const rest = (part) => StringTrim(StringReplaceAll(StringReplaceAll(part, 'auto-flow', ''), 'dense', '')) || 'auto';
      return StringIncludes(parts[0], 'auto-flow')
        ? ['none', parts[1], 'none', 'row', rest(parts[0]), 'auto'] : [parts[0], 'none', 'none', 'column', 'auto', rest(parts[1])];
    }, (v) => v[0] + ' / ' + v[1]);

  define('list-style', ['list-style-type', 'list-style-position', 'list-style-image'], (value) => {
    const words = CSSSyntax.split(value, ' ');
    const out = ['disc', 'outside', 'none'];
    for (let i = 0; i < words.length; i++) {
      if (words[i] === 'inside' || words[i] === 'outside') out[1] = words[i];
      else if (StringStartsWith(words[i], 'url(')) out[2] = words[i];
      else out[0] = words[i];
    }
    return out;
  }, joinAll);
  define('text-decoration', ['text-decoration-line', 'text-decoration-style', 'text-decoration-color', 'text-decoration-thickness'], (value) => {
    const words = CSSSyntax.split(value, ' ');
    const out = ['none', 'solid', 'currentcolor', 'auto'];
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (RegExpTest(/^(none|underline|overline|line-through|blink)$/, word)) out[0] = out[0] === 'none' ? word : out[0] + ' ' + word;
      else if (RegExpTest(/^(solid|double|dotted|dashed|wavy)$/, word)) out[1] = word;
      else if (Colors.parse(word) !== null) out[2] = word;
      else out[3] = word;
    }
    return out;
  }, (v) => {
    let text = v[0];
    if (v[1] !== 'solid') text += ' ' + v[1];
    if (v[2] !== 'currentcolor') text += ' ' + v[2];
    return v[3] === 'auto' ? text : text + ' ' + v[3];
  });
  define('text-stroke', ['text-stroke-width', 'text-stroke-color'], (value) => {
    const words = CSSSyntax.split(value, ' ');
    return words.length > 2 ? null : [words[0], words[1] ?? 'currentcolor'];
  }, joinAll);
  define('columns', ['column-count', 'column-width'], (value) => {
    const words = CSSSyntax.split(value, ' ');
    const out = ['auto', 'auto'];
    for (let i = 0; i < words.length; i++) out[CSSValues.number(words[i]) !== null ? 0 : 1] = words[i];
    return out;
  }, joinAll);
  define('background-position', ['background-position-x', 'background-position-y'], (value) => {
    const layers = CSSSyntax.split(value, ',');
    const x = [];
    const y = [];
    for (let i = 0; i < layers.length; i++) {
      const words = CSSSyntax.split(layers[i], ' ');
      const vertical = words[0] === 'top' || words[0] === 'bottom';
      ArrayPush(x, vertical ? words[1] ?? 'center' : words[0]);
      ArrayPush(y, vertical ? words[0] : words[1] ?? 'center');
    }
    return [ArrayJoin(x, ', '), ArrayJoin(y, ', ')];
  }, joinAll);

  return { table, define, line, get: (name) => table.get(name) };
})();
