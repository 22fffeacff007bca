// The sounds that the page starts, and whether anybody could hear them.

const Sounds = (() => {
  const WAITING_MAX = 20;
  const LOST_MAX = 5;
  let started = 0;
  let heard = 0;
  /** Asks for sounds that could not be heard when they were started whether they can be by now. */
  let waiting = [];
  const lost = [];

  const askAgain = () => {
    const still = [];
    for (let i = 0; i < waiting.length; i++) {
      if (waiting[i]()) heard += 1;
      else ArrayPush(still, waiting[i]);
    }
    waiting = still;
  };

  return {
    /** A sound begins; `isHeard()` tells whether it can be heard as things are. */
    start(isHeard) {
      Records.sound();
      started += 1;
      if (isHeard()) heard += 1;
      else if (waiting.length < WAITING_MAX) ArrayPush(waiting, isHeard);
    },
    /** A sound was asked for whose file can't be played. */
    lose(address) {
      started += 1;
      if (lost.length < LOST_MAX && !ArrayIncludes(lost, address)) ArrayPush(lost, address);
    },
    report() {
      askAgain();
      return { started, heard, lost };
    },
  };
})();
