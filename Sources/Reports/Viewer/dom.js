// Small helpers for making elements. Text always goes in as text: records hold what models and games wrote.

/** An element with properties (`class`, `on…`, attributes) and children (elements, texts, or nothing). */
const make = (name, properties = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
};

const byId = (id) => document.getElementById(id);

/** Tells a screen reader. */
const announce = (text) => {
  byId('announcements').textContent = text;
};

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

const plural = (count, word) => `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
