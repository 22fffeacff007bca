// The moments of a session that matter: on the timeline, and as pictures.

const mark = (status) => ({ pass: '✓', fail: '✗', absent: '–', unknown: '?' })[status] ?? '•';

/** Kinds of moments by how much they have to tell. */
const MomentKinds = ['difference', 'fail', 'error', 'absent', 'unknown', 'pass'];

/** Findings and errors as {time, label, text, kind}; of errors that say the same only the first. */
const momentsOf = (session) => {
  const said = new Set();
  const errors = session.errors.map(({ time, content }) => ({ time, label: `${content.name ?? 'Error'}: ${content.message ?? ''}`, text: '!', kind: 'error' }))
    .filter(({ label }) => !said.has(label) && said.add(label));
  const findings = session.findings.map(({ time, content }) => ({ time, label: `${content.id}: ${content.status}`, text: mark(content.status), kind: content.status }));
  return [...findings, ...errors].sort((a, b) => a.time - b.time);
};

/** Moments that would lie upon each other on a timeline become one, with the text and kind of the one that tells most. */
const groupMoments = (moments, span) => {
  const groups = [];
  for (const moment of moments) {
    const last = groups[groups.length - 1];
    if (last === undefined || moment.time - last.time > span) groups.push({ time: moment.time, moments: [moment] });
    else last.moments.push(moment);
  }
  return groups.map(({ time, moments: members }) => {
    const first = [...members].sort((a, b) => MomentKinds.indexOf(a.kind) - MomentKinds.indexOf(b.kind))[0];
    const rest = members.length > 1 ? ` ${members.length}` : '';
    return { time: first.time, kind: first.kind, text: first.text + rest, label: members.map(({ label }) => label).join(', ') };
  });
};

/** Moments of a strip at most. */
const StripLength = 8;

/** The moments of what went wrong, with the beginning and the end; or else some spread over the session. */
const stripMoments = (session) => {
  const told = momentsOf(session).filter(({ kind }) => ['fail', 'absent', 'error'].includes(kind));
  const chosen = groupMoments(told, 1).slice(0, StripLength - 2);
  const start = session.trace.frames.find(({ reading }) => reading.board)?.time ?? 0;
  if (chosen.length > 0) return [{ time: Math.min(start, chosen[0].time), label: 'start' }, ...chosen, { time: session.end, label: 'end' }];
  const parts = 5;
  return Array.from({ length: parts + 1 }, (_, index) => ({ time: start + ((session.end - start) * index) / parts, label: '' }));
};
