/** Text to put into a source at places of the original, which itself is never printed anew. */
class Insertions {
  #source;
  #edits = [];

  constructor(source) {
    this.#source = source;
  }

  get isEmpty() {
    return this.#edits.length === 0;
  }

  /** What is inserted at the same place comes in the order of the calls. */
  insert(position, text) {
    this.#edits.push({ start: position, end: position, text, order: this.#edits.length });
  }

  /** Takes out a stretch of the original but keeps its line breaks, so that lines keep their numbers. */
  replace(start, end, text) {
    const breaks = this.#source.slice(start, end).replace(/[^\n\r\u2028\u2029]/g, '');
    this.#edits.push({ start, end, text: text + breaks, order: this.#edits.length });
  }

  applied() {
    this.#edits.sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
    let text = '';
    let position = 0;
    for (const edit of this.#edits) {
      text += this.#source.slice(position, edit.start) + edit.text;
      position = Math.max(position, edit.end);
    }
    return text + this.#source.slice(position);
  }
}
