// Speech synthesis (Web Speech API § 4.2): silent; an utterance takes the time that speaking its text would.
defineLazyGlobals(['speechSynthesis', 'SpeechSynthesis', 'SpeechSynthesisUtterance'], () => {
  const MS_PER_CHARACTER = 60;
  const queue = [];
  let paused = false;
  let endTask = null;

  class SpeechSynthesisUtterance extends EventTarget {
    constructor(text = '') {
      super();
      ObjectAssign(this, { text: `${text}`, lang: '', voice: null, volume: 1, rate: 1, pitch: 1 });
    }
  }
  defineEventHandlers(SpeechSynthesisUtterance.prototype, ['start', 'end', 'error', 'pause', 'resume', 'mark', 'boundary']);
  exposeInterface('SpeechSynthesisUtterance', SpeechSynthesisUtterance);

  const fireSpeech = (utterance, type, error) => {
    const event = new Event(type);
    ObjectAssign(event, { utterance, charIndex: 0, elapsedTime: 0, name: '' }, error === undefined ? {} : { error });
    dispatchTrusted(utterance, event);
  };
  const speakNext = () => {
    if (queue.length === 0 || paused || endTask !== null) return;
    const utterance = queue[0];
    Sounds.start(() => true);
    const length = (utterance.text.length * MS_PER_CHARACTER) / (utterance.rate > 0 ? utterance.rate : 1);
    endTask = EventLoop.queueTaskAfter(length, () => {
      endTask = null;
      ArrayShift(queue);
      fireSpeech(utterance, 'end');
      speakNext();
    });
    EventLoop.queueTask(() => fireSpeech(utterance, 'start'));
  };

  class SpeechSynthesis extends EventTarget {
    constructor(token) {
      refuseConstruction(token);
      super();
    }
  }
  defineMembers(SpeechSynthesis.prototype, {
    get speaking() { return endTask !== null; },
    get pending() { return queue.length > 1; },
    get paused() { return paused; },
    getVoices() { return []; },
    speak(utterance) {
      if (!(utterance instanceof SpeechSynthesisUtterance)) throw argumentError('speak', 'SpeechSynthesis', "parameter 1 is not of type 'SpeechSynthesisUtterance'.");
      ArrayPush(queue, utterance);
      speakNext();
    },
    cancel() {
      if (endTask !== null) EventLoop.cancelTask(endTask);
      endTask = null;
      const canceled = ArraySplice(queue, 0, queue.length);
      for (let i = 0; i < canceled.length; i++) EventLoop.queueTask(() => fireSpeech(canceled[i], 'error', i === 0 ? 'interrupted' : 'canceled'));
    },
    pause() { paused = true; },
    resume() {
      paused = false;
      speakNext();
    },
  });
  defineEventHandlers(SpeechSynthesis.prototype, ['voiceschanged']);
  exposeInterface('SpeechSynthesis', SpeechSynthesis);
  const speechSynthesis = new SpeechSynthesis(kInternal);
  defineGlobalAccessor('speechSynthesis', () => speechSynthesis, null);
});
