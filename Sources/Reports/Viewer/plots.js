// Tallies as bars. Each plot is a table whose cells hold bars, so that its numbers can be read without seeing it.

/** 95 % confidence interval of a share (Wilson's score interval). */
const wilson = (count, total) => {
  if (total === 0) return [0, 0];
  const z = 1.959964;
  const share = count / total;
  const centre = share + (z * z) / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
};

const percent = (share) => `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;

/** A table whose first column names something, whose last has bars, and whose others have numbers. */
const chartTable = (title, columns, rows) => {
  const heads = columns.map((name, index) => make('th', { scope: 'col', class: index > 0 && index < columns.length - 1 ? 'number' : null }, name));
  return make('div', {}, make('h3', {}, title), rows.length === 0 ? make('p', { class: 'hint' }, 'nothing to show')
    : make('div', { class: 'scroll' }, make('table', {}, make('thead', {}, make('tr', {}, heads)), make('tbody', {}, rows))));
};

const countBy = (rows, key) => {
  const counts = new Map();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return counts;
};

const verdictPlot = (rows) => {
  const models = [...new Set(rows.map((row) => row.model ?? ''))].sort();
  const lines = models.map((model) => {
    const own = rows.filter((row) => (row.model ?? '') === model);
    const counts = countBy(own, (row) => row.verdict);
    const plays = counts.get('plays') ?? 0;
    const [low, high] = wilson(plays, own.length);
    return make('tr', {}, make('th', { scope: 'row' }, model || 'all'), make('td', { class: 'number' }, own.length),
      make('td', { class: 'number' }, `${percent(plays / own.length)} (${percent(low)} to ${percent(high)})`),
      make('td', { style: 'width: 55%' }, make('div', { class: 'bar', role: 'img', 'aria-label': Verdicts.map((verdict) => `${counts.get(verdict) ?? 0} ${verdict}`).join(', ') },
        Verdicts.map((verdict) => make('span', { class: verdict, title: `${counts.get(verdict) ?? 0} ${verdict}`, style: `flex-grow: ${counts.get(verdict) ?? 0}` })))));
  });
  return [chartTable('Verdicts by model', ['model', 'submissions', 'plays (95 % interval)', 'share'], lines),
    make('p', { class: 'legend' }, Verdicts.map((verdict) => make('span', { class: verdict }, `■ ${verdict}`)))];
};

const amountRow = (name, count, most, total, href) => make('tr', {}, make('th', { scope: 'row' }, href ? make('a', { href }, name) : name),
  make('td', { class: 'number' }, `${count} (${percent(count / total)})`),
  make('td', { style: 'width: 55%' }, make('div', { class: 'bar', 'aria-hidden': 'true' },
    make('span', { class: 'amount', style: `flex-grow: ${count}` }), make('span', { style: `flex-grow: ${most - count}` }))));

const amountPlot = (title, column, entries, total, link) => {
  const sorted = entries.filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
  const most = sorted[0]?.[1] ?? 1;
  return chartTable(title, [column, 'submissions', ''], sorted.map(([name, count]) => amountRow(name, count, most, total, link(name))));
};

const showPlots = (data, element) => {
  const rows = data.rows.filter((row) => row.verdict !== '');
  const failing = data.checks.map((check, index) => [check, rows.filter((row) => 'fa'.includes(row.statuses[index] ?? '-')).length]);
  const failures = [...countBy(rows.filter((row) => row.failure), (row) => row.failure)];
  element.replaceChildren(make('h2', {}, 'Tallies'), ...verdictPlot(rows).flat(),
    amountPlot('First cause of failure', 'failure', failures, rows.length, (failure) => `#${new URLSearchParams({ failure })}`),
    amountPlot('Checks that fail or are absent', 'check', failing, rows.length, (check) => `#${new URLSearchParams({ check })}`));
};
