// The queue of timers and delayed tasks.

/**
 * Timers by due time, then by creation: a binary heap. A cleared timer stays in it until it comes up or until the dead
 * outnumber the living, so clearing costs nothing.
 */
const TimerQueue = (() => {
  const heap = [];
  let size = 0;
  let deadCount = 0;

  const isBefore = (a, b) => a.due < b.due || (a.due === b.due && a.sequence < b.sequence);

  const siftUp = (timer, start) => {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(timer, heap[parent])) break;
      heap[index] = heap[parent];
      index = parent;
    }
    heap[index] = timer;
  };

  const siftDown = (timer, start) => {
    let index = start;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= size) break;
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) child += 1;
      if (!isBefore(heap[child], timer)) break;
      heap[index] = heap[child];
      index = child;
    }
    heap[index] = timer;
  };

  const removeTop = () => {
    size -= 1;
    const last = heap[size];
    heap[size] = undefined;
    if (size > 0) siftDown(last, 0);
  };

  const dropDead = () => {
    let kept = 0;
    for (let i = 0; i < size; i++) if (heap[i].live) heap[kept++] = heap[i];
    for (let i = kept; i < size; i++) heap[i] = undefined;
    size = kept;
    deadCount = 0;
    for (let i = (size >> 1) - 1; i >= 0; i--) siftDown(heap[i], i);
  };

  return {
    add(timer) {
      size += 1;
      siftUp(timer, size - 1);
    },
    /** The next living timer, or null. */
    top() {
      while (size > 0) {
        if (heap[0].live) return heap[0];
        removeTop();
        deadCount -= 1;
      }
      return null;
    },
    removeTop,
    kill(timer) {
      timer.live = false;
      deadCount += 1;
      if (deadCount > 64 && deadCount * 2 > size) dropDead();
    },
  };
})();
