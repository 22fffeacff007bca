// A submission's record: every check with its evidence, and what was observed.

const scorecard = (record, onSeek) => make('div', {}, ['must', 'should', 'guideline'].map((level) => {
  const checks = record.checks.filter((check) => check.level === level);
  if (checks.length === 0) return null;
  const passed = checks.filter((check) => check.status === 'pass').length;
  return make('div', { class: level === 'must' ? '' : 'minor' }, make('h3', {}, `${level}: ${passed} of ${checks.length}`),
    make('div', { class: 'scroll' }, make('table', {},
      make('thead', {}, make('tr', {}, ['check', 'status', 'at', 'what was seen'].map((name) => make('th', { scope: 'col' }, name)))),
      make('tbody', {}, checks.map((check) => checkRow(check, onSeek))))));
}), observedFacts(record.observed ?? {}));

const checkRow = (check, onSeek) => {
  const at = check.at === undefined || check.at === null ? '' : onSeek === null || !onSeek.has(check.at) ? seconds(check.at)
    : make('button', { class: 'link', 'aria-label': `go to ${seconds(check.at)}`, onclick: () => onSeek(check.at) }, seconds(check.at));
  return make('tr', {}, make('th', { scope: 'row' }, check.id),
    make('td', { class: `status ${check.status}` }, `${mark(check.status)} ${check.status}`), make('td', { class: 'number' }, at),
    make('td', { class: 'reason' }, check.detail ?? '', check.evidence ? evidenceOf(check.evidence) : null));
};

const evidenceOf = (evidence) => make('details', {}, make('summary', {}, 'evidence'),
  evidence.expectation && make('pre', {}, `${evidence.expectation}${evidence.place ? `   (${evidence.place})` : ''}\n`,
    (evidence.operands ?? []).map(({ source, value }) => `  ${source}  ${value}\n`)),
  (evidence.steps ?? []).length > 0 && make('p', {}, `after ${evidence.steps.join(', ')}`),
  make('div', { class: 'pictures' }, ['before', 'after'].map((name) => evidence[name] && make('figure', {}, make('figcaption', {}, name), make('pre', {}, evidence[name])))));

const observedFacts = (observed) => {
  const keys = Object.entries(observed.controls ?? {}).map(([name, key]) => `${name} ${keyName(key)}`).join(', ');
  const points = Object.values(observed.scoring ?? {}).join(' / ');
  const facts = [
    ['playfield', observed.columns && `${observed.columns} × ${observed.rows}, ${observed.render ?? ''}`], ['read from', observed.board], ['start', observed.start],
    ['keys', keys], ['points for 1, 2, 3, 4 rows', points], ['ms a row', (observed.gravityMs ?? []).join(' ')],
  ].filter(([, value]) => value);
  return facts.length === 0 ? null : [make('h3', {}, 'Observed'),
    make('div', { class: 'scroll' }, make('table', {}, make('tbody', {}, facts.map(([name, value]) => make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, value))))))];
};
