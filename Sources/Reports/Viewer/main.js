// What the address says is what the page shows: #id=…&at=… a submission, #id=…&with=… two, #plots, else the filtered list.

const data = ReportData.inPage();
const list = new SubmissionList(data, byId('list'));
const submissionView = new SubmissionView(data, byId('detail'));
const comparisonView = new ComparisonView(data, byId('compare'));
let listAddress = '#';

/** Back to the list as it was left. */
function goBack(event) {
  event.preventDefault();
  location.hash = listAddress;
}

const showSection = (name) => {
  for (const section of document.querySelectorAll('main > section')) {
    section.hidden = section.id !== name;
    if (section.hidden && ['detail', 'compare'].includes(section.id)) section.replaceChildren();
  }
  for (const link of document.querySelectorAll('nav a')) {
    if (link.dataset.view === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
};

const route = () => {
  const address = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  const row = address.id === undefined ? undefined : data.row(address.id);
  const other = address.with === undefined ? undefined : data.row(address.with);
  if (row !== undefined && other !== undefined) {
    showSection('compare');
    return comparisonView.show([row, other]);
  }
  if (row !== undefined) {
    showSection('detail');
    return submissionView.show(row, address.at);
  }
  if ('plots' in address) {
    showSection('plots');
    return showPlots(data, byId('plots'));
  }
  listAddress = location.hash || '#';
  showSection('list');
  return list.show(address);
};

byId('summary').textContent = data.sentence;
byId('trace-file').addEventListener('change', async ({ target }) => {
  for (const file of target.files) {
    const row = data.add(file.name, await file.text());
    location.hash = new URLSearchParams({ id: row.id });
  }
  target.value = '';
});
addEventListener('hashchange', route);
if (!location.hash && data.rows.length === 2 && data.rows.every((row) => row.verdict === '')) {
  location.hash = new URLSearchParams({ id: data.rows[0].id, with: data.rows[1].id });
} else if (!location.hash && data.rows.length === 1) {
  location.hash = new URLSearchParams({ id: data.rows[0].id });
} else {
  route();
}
