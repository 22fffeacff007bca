// What the page does with the keys that a player presses: for checks of how a game takes its input.

/** By key: how often it was pressed, how often what a browser does with it by itself was prevented, and what was read of its events. */
const KeyAnswers = (() => {
  const MODERN = 1;
  const LEGACY = 2;
  const KEYS_MAX = 100;
  const answers = new SafeMap();

  const noteRead = (event, kind) => {
    if (event[kTrusted]) event[kValues].reads |= kind;
  };
  /** A member of key events, reading which is taken note of. */
  const noting = (field, kind) => ({
    get() {
      noteRead(this, kind);
      return this[kValues][field];
    },
    enumerable: true, configurable: true,
  });

  return {
    /** Getters of `key` and `code`, and of what came before them. */
    modernField: (field) => noting(field, MODERN),
    legacyField: (field) => noting(field, LEGACY),
    noteLegacyRead: (event) => noteRead(event, LEGACY),

    /** Takes the answer to a trusted key event: the dispatch that is through, or null where nobody listened. */
    add(type, { key = '' }, dispatch) {
      let answer = answers.get(key);
      if (answer === undefined) {
        if (answers.size >= KEYS_MAX) return;
        answers.set(key, (answer = { key, presses: 0, prevented: 0, modernReads: 0, legacyReads: 0 }));
      }
      if (type === 'keydown') answer.presses += 1;
      if (dispatch === null) return;
      const { event } = dispatch;
      if (type === 'keydown' && event[kCanceled]) answer.prevented += 1;
      if (event[kValues].reads & MODERN) answer.modernReads += 1;
      if (event[kValues].reads & LEGACY) answer.legacyReads += 1;
    },

    list() {
      const list = [];
      answers.forEach((answer) => ArrayPush(list, ObjectAssign({}, answer)));
      return list;
    },
  };
})();
