// Sorting with a function that isn't consistent. The standard leaves open which elements are compared, and in what order; it shows
// where `sort((a, b) => a > b)` never says "less" and leaves an array as it was, and where `sort(() => Math.random() - 0.5)` shuffles.
// Arrays are compared as in Chromium as long as its TimSort makes one run of them, by binary insertion behind what is in order from
// the start; the shortest are inserted one by one. Longer ones are left to the engine.

{
  const TWO_RUNS = 64;
  /** So many elements are inserted from the second on. */
  const INSERTED_MAX = 15;
  const ArraySortNative = uncurryThis(Array.prototype.sort);
  const ArrayToSortedNative = uncurryThis(Array.prototype.toSorted);

  /** Reverses `elements` up to `end`. */
  const reverse = (elements, end) => {
    for (let low = 0, high = end - 1; low < high; low++, high--) {
      const element = elements[low];
      elements[low] = elements[high];
      elements[high] = element;
    }
  };
  /** The length of the run at the start, ascending afterwards. */
  const firstRun = (elements, compare) => {
    const count = elements.length;
    const isDescending = compare(elements[1], elements[0]) < 0;
    let end = 2;
    while (end < count && compare(elements[end], elements[end - 1]) < 0 === isDescending) end++;
    if (isDescending) reverse(elements, end);
    return end;
  };
  const insertFrom = (start, elements, compare) => {
    for (let at = start; at < elements.length; at++) {
      const element = elements[at];
      let left = 0;
      let right = at;
      while (left < right) {
        const middle = left + right >> 1;
        if (compare(element, elements[middle]) < 0) right = middle;
        else left = middle + 1;
      }
      for (let place = at; place > left; place--) elements[place] = elements[place - 1];
      elements[left] = element;
    }
  };

  const isShort = (array, compare) => typeof compare === 'function' && ArrayIsArray(array) && array.length > 1 && array.length < TWO_RUNS;
  /** What is there of an array, sorted, without holes and undefined values, which are never compared. */
  const sorted = (array, compare) => {
    const elements = [];
    for (let i = 0; i < array.length; i++) if (array[i] !== undefined) ArrayPush(elements, array[i]);
    if (elements.length > 1) insertFrom(elements.length <= INSERTED_MAX ? 1 : firstRun(elements, compare), elements, compare);
    return elements;
  };

  const members = {
    sort(compare) {
      if (!isShort(this, compare)) return ArraySortNative(this, compare);
      const { length } = this;
      let present = 0;
      for (let i = 0; i < length; i++) if (i in this) present++;
      const elements = sorted(this, compare);
      for (let i = 0; i < elements.length; i++) this[i] = elements[i];
      for (let i = elements.length; i < present; i++) this[i] = undefined;
      for (let i = present; i < length; i++) delete this[i];
      return this;
    },
    toSorted(compare) {
      if (!isShort(this, compare)) return ArrayToSortedNative(this, compare);
      const elements = sorted(this, compare);
      for (let i = elements.length; i < this.length; i++) ArrayPush(elements, undefined);
      return elements;
    },
  };
  ObjectDefineProperty(Array.prototype, 'sort', { value: members.sort, writable: true, enumerable: false, configurable: true });
  ObjectDefineProperty(Array.prototype, 'toSorted', { value: members.toSorted, writable: true, enumerable: false, configurable: true });
}
