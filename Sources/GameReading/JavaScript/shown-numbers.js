// The figures that a game shows: numbers in the text of elements, told apart by the words beside them.

{
  /** Words by which a figure gives itself away, in ids, classes or the text before it. */
  const words = [
    ['score', /score|points?\b|punkte|puntos|pontos|puntuaci|счёт|счет|очки|得分|分数|スコア|점수/i, /high|best|record|top|max/i],
    ['lines', /lines?\b|rows?\b|cleared|reihen|l[ií]neas|linhas|lignes|行|ライン|줄/i, /best|record|top|max/i],
    ['level', /level|\blvl|stufe|nivel|n[ií]vel|niveau|уровень|レベル|レベル|레벨|等级|级别/i, /start|select|max/i],
  ];
  /** Nothing but figures, as `1200 / 7`: a clock has colons. */
  const BARE = /^\d[\d.,' ]*(?:[\/|·-] *\d[\d.,' ]*)*$/;
  const NUMBER = /-?\d[\d.,' ]*|\bNaN\b|\bundefined\b|Infinity/;

  /** Answers of `make` by their texts: a game shows the same few words and many of the same figures over and over. */
  const remembering = (make) => {
    const ANSWERS_MAX = 1000;
    let answers = new SafeMap();
    return (text) => {
      let answer = answers.get(text);
      if (answer !== undefined) return answer;
      answer = make(text);
      if (answers.size >= ANSWERS_MAX) answers = new SafeMap();
      answers.set(text, answer);
      return answer;
    };
  };

  const valueOf = (text) => {
    const match = RegExpExec(NUMBER, text);
    if (match === null) return undefined;
    const number = Number(StringReplaceAll(StringReplaceAll(StringReplaceAll(StringTrim(match[0]), ',', ''), ' ', ''), "'", ''));
    return NumberIsNaN(number) ? null : number;
  };

  const ownText = (element) => {
    let text = '';
    const children = element[kChildren];
    for (let i = 0; i < children.length; i++) {
      if (children[i][kData] !== undefined && children[i][kNodeType] === 3) text += children[i][kData];
      else if (children[i][kTag] === 'br') text += ' ';
    }
    return StringTrim(text);
  };
  const labelOf = (element) => {
    const attributes = element[kAttributes];
    return `${attributes.get('id') ?? ''} ${attributes.get('class') ?? ''}`;
  };
  /** The words around an element without text of their own but the number: those of what stands before it. */
  const neighbours = (element) => {
    let text = '';
    const parent = element[kParent];
    if (parent === null || parent[kChildren] === undefined) return text;
    const siblings = parent[kChildren];
    for (let i = ArrayIndexOf(siblings, element) - 1; i >= 0; i--) {
      const sibling = siblings[i];
      const content = sibling[kNodeType] === 3 ? sibling[kData] : sibling.textContent;
      if (typeof content === 'string' && StringTrim(content) !== '') { text = content; break; }
    }
    return `${text} ${parent[kAttributes] === undefined ? '' : labelOf(parent)}`;
  };

  /** Whether a style leaves the element out, or one that it is in, as it does the screens of a game that are not on. */
  const isLeftOut = (element) => !Rendering().Layout.isRendered(element);

  /** What a label says that a figure is; null where it says nothing. */
  const nameFor = remembering((label) => {
    for (let i = 0; i < words.length; i++) {
      if (RegExpTest(words[i][1], label) && !RegExpTest(words[i][2], label)) return words[i][0];
    }
    return null;
  });

  /**
   * The figures of a text that names at least one of several, as `Level 1  Score 40` or `40 points, 1 row`: [{name, value}, …].
   * One that stands before the first word, as in `000040  ROWS 1`, is the score, unless another one is.
   */
  const namedFigures = (text) => {
    const named = [];
    const values = [];
    const between = [];
    let rest = text;
    for (let match = RegExpExec(NUMBER, rest); match !== null; match = RegExpExec(NUMBER, rest)) {
      ArrayPush(between, StringSlice(rest, 0, match.index));
      ArrayPush(values, valueOf(match[0]));
      rest = StringSlice(rest, match.index + match[0].length);
    }
    ArrayPush(between, rest);
    if (values.length < 2) return named;
    const first = nameFor(between[0]) === null && nameFor(rest) !== null ? 1 : 0;
    for (let i = 0; i < values.length; i++) {
      const name = nameFor(between[i + first]);
      if (name !== null) ArrayPush(named, { name, value: values[i] });
    }
    const isBare = named.length > 0 && first === 0 && StringTrim(between[0]) === '';
    if (isBare) ArrayPush(named, { name: 'score', value: values[0] });
    return named;
  };
  /** What there is in a text: its first figure (undefined without one, null for what is no number), and those that it names. */
  const figuresIn = remembering((text) => {
    const value = valueOf(text);
    return { value, named: value === undefined ? [] : namedFigures(text), isBare: RegExpTest(BARE, text) };
  });

  const TEXT_LENGTH_MAX = 60;
  /** The short texts of an element's own that have a figure in them. */
  const textsWithFigures = (element) => {
    const tag = element[kTag];
    if (tag === 'script' || tag === 'style' || tag === 'option') return [];
    const text = ownText(element);
    // The lines of what is set as it was written are texts of their own.
    const lines = tag === 'pre' ? StringSplit(text, '\n') : [text];
    const found = [];
    for (let i = 0; i < lines.length; i++) {
      const line = StringTrim(lines[i]);
      if (line !== '' && line.length <= TEXT_LENGTH_MAX && RegExpTest(NUMBER, line)) ArrayPush(found, line);
    }
    return found;
  };
  /** The elements that have such texts, with each of these, in tree order. */
  const elementsWithFigures = () => {
    const found = [];
    const visit = (parent) => {
      const children = parent[kChildren];
      for (let i = 0; i < children.length; i++) {
        const element = children[i];
        if (element[kNodeType] !== 1 || (element[kChildren].length === 0 && !element[kShadow])) continue;
        const texts = textsWithFigures(element);
        for (let j = 0; j < texts.length; j++) ArrayPush(found, { element, text: texts[j] });
        visit(element);
        if (element[kShadow]) visit(element[kShadow]);
      }
    };
    if (document.body !== null) visit(document.body);
    return found;
  };
  /** What they were last, until the tree changes. */
  let figures = null;
  /** Elements of which a text has changed since. */
  let retold = [];
  const RETOLD_MAX = 50;
  const isInBody = (node) => {
    for (let at = node; at !== null && at !== undefined; at = at[kParent] ?? at[kHostOfShadow]) if (at === document.body) return true;
    return false;
  };
  /** Puts the texts of one element in their places; false where there are more or fewer of them than before. */
  const retell = (element) => {
    if (!isInBody(element)) return true;
    const texts = textsWithFigures(element);
    let next = 0;
    for (let i = 0; i < figures.length; i++) {
      if (figures[i].element !== element) continue;
      if (next === texts.length) return false;
      figures[i].text = texts[next++];
    }
    return next === texts.length;
  };
  const updateFigures = () => {
    for (let i = 0; i < retold.length && figures !== null; i++) if (!retell(retold[i])) figures = null;
    retold = [];
    figures ??= elementsWithFigures();
  };
  /** The texts in which the figures of the last answer stand. */
  let lastSources = { __proto__: null };

  /**
   * The figures in the document, then those in what else can be read.
   * @param {string} painted JSON of texts on canvases that hold a figure, each with the text beside it: [text, label, …]
   */
  const find = (painted) => {
    const found = { __proto__: null };
    /** What only stands in what is left out. */
    const hidden = { __proto__: null };
    /** The text that each was found in. */
    const sources = { __proto__: null };
    let bare;
    const keep = (name, value, text, element) => {
      if (name in found) return;
      if (element === null || !isLeftOut(element)) found[name] = value;
      else if (!(name in hidden)) hidden[name] = value;
      if (!(name in sources)) sources[name] = text;
    };
    const note = (text, nameOf, element = null) => {
      if (text === '' || text.length > TEXT_LENGTH_MAX) return;
      const { value, named, isBare } = figuresIn(text);
      if (value === undefined) return;
      for (let i = 0; i < named.length; i++) keep(named[i].name, named[i].value, text, element);
      if (named.length > 0) return;
      const name = nameOf(text);
      if (name !== null) keep(name, value, text, element);
      else if (bare === undefined && isBare) bare = value;
    };
    updateFigures();
    for (let i = 0; i < figures.length; i++) {
      const { element, text } = figures[i];
      note(text, (text) => nameFor(text) ?? nameFor(labelOf(element)) ?? nameFor(neighbours(element)), element);
    }
    const texts = JSONParse(painted);
    for (let i = 0; i + 1 < texts.length; i += 2) note(texts[i], (text) => nameFor(text) ?? nameFor(texts[i + 1]));
    for (let i = 0; i < words.length; i++) {
      const name = words[i][0];
      if (!(name in found) && name in hidden) found[name] = hidden[name];
    }
    // A page without a word shows its score first.
    if (!('score' in found) && !('lines' in found) && !('level' in found) && bare !== undefined) found.score = bare;
    lastSources = sources;
    return found;
  };

  /**
   * What the host reads without a call, since it asks at every frame, where hardly any changes the document: 1 while the last answer
   * holds, and then the figures in the order of `words`, NaN for what isn't shown or is no number.
   */
  const cells = new Float64Array(1 + words.length);
  let lastPainted = '';
  ArrayPush(DomObservers, (kind, node) => {
    cells[0] = 0;
    if (kind === 'children') figures = null;
    else if (kind === 'text' && figures !== null) {
      if (node[kNodeType] !== 3 || node[kParent] === null || retold.length === RETOLD_MAX) figures = null;
      else if (retold[retold.length - 1] !== node[kParent]) ArrayPush(retold, node[kParent]);
    }
  });
  page.findShownNumbers = (painted) => {
    if (cells[0] === 1 && painted === lastPainted) return;
    const found = find(painted);
    for (let i = 0; i < words.length; i++) {
      const value = found[words[i][0]] ?? NaN;
      // As JSON has it: no number is infinite, and none is -0.
      cells[i + 1] = NumberIsFinite(value) ? value + 0 : NaN;
    }
    lastPainted = painted;
    cells[0] = 1;
  };
  page.shownNumbers = cells;
  page.shownNumberSources = () => JSONStringify(lastSources);
}
